/** Calls the served API as a person with a token would. */

export interface ApiClient {
  call(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<ApiAnswer>;
  /** Every item of a list, page after page. Throws if the list is refused. */
  list<T>(path: string): Promise<readonly T[]>;
}

export interface ApiAnswer {
  readonly status: number;
  readonly etag: string | null;
  /** Parsed JSON; null where there is none. */
  readonly body: unknown;
}

export function makeApiClient(url: string, token: string): ApiClient {
  const call: ApiClient['call'] = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: text === '' ? null : (JSON.parse(text) as unknown),
    };
  };
  return {
    call,
    async list<T>(path: string) {
      const items: T[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const query = new URLSearchParams({ limit: '200', ...(cursor !== '' && { cursor }) });
        const { status, body } = await call('GET', `${path}${path.includes('?') ? '&' : '?'}${query.toString()}`);
        if (status !== 200) throw new Error(`Cannot list ${path}: the API answered ${status}`);
        const page = body as { readonly items: readonly T[]; readonly next: string | null };
        items.push(...page.items);
        cursor = page.next;
      }
      return items;
    },
  };
}
