declare module 'autocannon' {
  namespace autocannon {
    type Options = {
      url: string;
      duration?: number;
      connections?: number;
      method?: 'GET' | 'POST';
      headers?: Record<string, string>;
      body?: Uint8Array;
    };
    type Result = {
      requests: { average: number };
      latency: { p50: number; p99: number };
      non2xx: number;
      errors: number;
    };
  }
  function autocannon(options: autocannon.Options): Promise<autocannon.Result>;
  export default autocannon;
}
