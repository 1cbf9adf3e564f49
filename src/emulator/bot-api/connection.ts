/** The caller's connection; it closes when the caller hangs up or has its answer. */
export interface Connection {
  once(event: 'close', listener: () => void): unknown;
}
