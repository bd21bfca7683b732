/** What the driver adapter said: Prisma puts it into `meta`, but a failed BEGIN or COMMIT comes as it is. */
export function driverCause(error: Error): object | null {
  const wrapped: unknown = Reflect.get(Object(Reflect.get(error, 'meta')), 'driverAdapterError');
  const adapterError = wrapped ?? (error.name === 'DriverAdapterError' ? error : null);
  const cause: unknown = Reflect.get(Object(adapterError), 'cause');
  return typeof cause === 'object' && cause !== null ? cause : null;
}
