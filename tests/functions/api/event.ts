import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context } from 'aws-lambda';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON unless it is text already. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Value of the claim `cognito:groups`; null = the claim is missing. */
  readonly groups?: string | readonly string[] | null;
  readonly subject?: string;
}

/** An event as API Gateway gave it for a call through `/{proxy+}` with a JWT authoriser (payload format 2.0), filled in for this call. */
export function makeEvent(call: Call): APIGatewayProxyEventV2WithJWTAuthorizer {
  const { method, path, query, body, groups = '[administrator]', subject = '1f0e7c2a-subject' } = call;
  const claims = {
    sub: subject,
    ...(groups !== null && { 'cognito:groups': groups }),
    iss: 'https://cognito-idp.eu-west-3.amazonaws.com/eu-west-3_example',
    client_id: 'example',
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: '1772352000',
    exp: '1772355600',
  };
  return {
    version: '2.0',
    routeKey: `${method} /{proxy+}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      accept: '*/*',
      authorization: 'Bearer example',
      'content-length': '0',
      host: 'abcdef1234.execute-api.eu-west-3.amazonaws.com',
      'user-agent': 'curl/8.5.0',
      'x-amzn-trace-id': 'Root=1-69a3f400-000000000000000000000000',
      'x-forwarded-for': '192.0.2.10',
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...call.headers,
    },
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'abcdef1234',
      authorizer: { principalId: '', integrationLatency: 0, jwt: { claims: claims as Record<string, string>, scopes: [] } },
      domainName: 'abcdef1234.execute-api.eu-west-3.amazonaws.com',
      domainPrefix: 'abcdef1234',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.10', userAgent: 'curl/8.5.0' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: `${method} /{proxy+}`,
      stage: '$default',
      time: '01/Mar/2026:08:00:00 +0000',
      timeEpoch: 1772352000000,
    },
    pathParameters: { proxy: path.slice(1) },
    isBase64Encoded: false,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

/** The part of Lambda's context that the function reads. */
export function makeContext(): Context {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: 'api',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:eu-west-3:000000000000:function:api',
    memoryLimitInMB: '256',
    awsRequestId: '5c2c1b1e-request',
    logGroupName: '/aws/lambda/api',
    logStreamName: 'example',
    getRemainingTimeInMillis: () => 20_000,
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
