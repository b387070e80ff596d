/** The HTTP API. Every route asks for a token of the issuer; which role may do what is the API function's to decide. */
import { type RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Issuer } from './identity.ts';
import type { KashfFunction } from './kashf-function.ts';

export interface ScannerApiProps {
  readonly function: KashfFunction<'api'>;
  readonly issuer: Issuer;
  readonly encryptionKey: IKey;
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

const methods = [HttpMethod.GET, HttpMethod.PUT, HttpMethod.POST, HttpMethod.PATCH, HttpMethod.DELETE];

/** One line for each call: who, which route, which answer. Paths are left out, since a name in one may be personal data. */
const accessLogLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  subject: '$context.authorizer.claims.sub',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
});

export class ScannerApi extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, props: ScannerApiProps) {
    super(scope, id);
    const { issuer, encryptionKey, removalPolicy } = props;
    this.api = new HttpApi(this, 'Api', {
      description: 'Kashf: register, stores, scans, findings, verdicts, alerts, audit',
      createDefaultStage: false,
      defaultAuthorizer: new HttpJwtAuthorizer('Tokens', issuer.issuer, { jwtAudience: [...issuer.audience] }),
    });
    const accessLog = new LogGroup(this, 'AccessLog', { encryptionKey, retention: props.logRetention, removalPolicy });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: AccessLogFormat.custom(accessLogLine) },
    });
    const integration = new HttpLambdaIntegration('Function', props.function.function);
    this.api.addRoutes({ path: '/{proxy+}', methods, integration });
  }
}
