/** What every embedded server gives back once it answers. All of them listen on 127.0.0.1 and on a port the system chose. */
export interface Emulator {
  /** Base URL, for the `endpoint` of an AWS client. */
  readonly endpoint: string;
  /** Environment of a process whose AWS clients are to use this server; the credentials are made up. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** The environment that points every AWS client of a process at one endpoint. */
export function environmentOf(endpoint: string, region = 'us-east-1'): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    // Else the SDK looks for credentials and regions of the host where one of the above is missing.
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
