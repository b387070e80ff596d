import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveTemplate, type Template } from '../../local/template.ts';

const place = { account: '000000000000', region: 'eu-west-3', stack: 'Kashf', endpoint: 'http://127.0.0.1:1' };

/** What `value` becomes as a property beside one resource of each kind. */
function resolveValue(value: unknown): unknown {
  const template: Template = {
    Parameters: { Version: { Default: '/cdk/version' } },
    Resources: {
      Ledger: { Type: 'AWS::DynamoDB::Table' },
      Work: { Type: 'AWS::S3::Bucket' },
      Reassess: { Type: 'AWS::SQS::Queue' },
      Alerts: { Type: 'AWS::SNS::Topic' },
      Named: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'given' } },
      Asked: { Type: 'AWS::Local::Thing', Properties: { value } },
    },
  };
  return resolveTemplate(template, place).find(({ id }) => id === 'Asked')?.properties['value'];
}

describe('resolveTemplate', () => {
  for (const [value, expected] of [
    [{ Ref: 'Ledger' }, 'Kashf-Ledger'],
    [{ Ref: 'Work' }, 'kashf-work'],
    [{ Ref: 'Reassess' }, 'http://127.0.0.1:1/000000000000/Kashf-Reassess'],
    [{ Ref: 'Named' }, 'http://127.0.0.1:1/000000000000/given'],
    [{ Ref: 'Alerts' }, 'arn:aws:sns:eu-west-3:000000000000:Kashf-Alerts'],
    [{ Ref: 'Version' }, '/cdk/version'],
    [{ 'Fn::GetAtt': ['Work', 'Arn'] }, 'arn:aws:s3:::kashf-work'],
    [{ 'Fn::GetAtt': ['Reassess', 'QueueName'] }, 'Kashf-Reassess'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }]] }, 'a/eu-west-3/000000000000'],
    [{ 'Fn::Sub': 'x ${Ledger.Arn} ${AWS::Partition}' }, 'x arn:aws:dynamodb:eu-west-3:000000000000:table/Kashf-Ledger aws'],
    [{ 'Fn::Sub': ['${one}-${Ledger}', { one: { Ref: 'Work' } }] }, 'kashf-work-Kashf-Ledger'],
    [{ 'Fn::Select': [1, { 'Fn::Split': [':', 'a:b:c'] }] }, 'b'],
    [[{ Ref: 'AWS::NoValue' }, { deep: [{ Ref: 'Ledger' }] }], [{ deep: ['Kashf-Ledger'] }]],
  ] as const) {
    it(`turns ${JSON.stringify(value)} into ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(resolveValue(value), expected);
    });
  }

  it('refuses what it does not know', () => {
    assert.throws(() => resolveValue({ 'Fn::ImportValue': 'x' }), /Fn::ImportValue is not offered/);
  });
});
