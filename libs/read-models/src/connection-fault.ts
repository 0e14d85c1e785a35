/**
 * The connection went, or the server is going, gone or coming (class 08, 57P01–57P03, 53300, socket codes).
 * TypeORM wraps what pg reports; pg has no code for a connection that ended under a query.
 */
export const isConnectionFault = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const { driverError = error } = error as { driverError?: Error };
  const { code } = driverError as { code?: unknown };
  if (typeof code === 'string') return /^(08...|57P0[123]|53300|E[A-Z]+)$/.test(code);
  return /^Connection terminated|connection error and is not queryable/.test(driverError.message);
};
