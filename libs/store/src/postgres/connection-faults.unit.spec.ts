import { describe, expect, it } from '@jest/globals';
import { EventRefused, StoreUnavailable } from '../event-store.ts';
import { isConnectionFault, overFaults } from './connection-faults.ts';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });
const open = new AbortController().signal;

describe('a fault of the connection', () => {
  it.each(['08006', '08P01', '57P01', '57P02', '57P03', '53300', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE'])(
    'is %s',
    (code) => expect(isConnectionFault(withCode(code))).toBe(true),
  );

  it.each(['23505', 'LG001', '57014', '42501', '53100', '40001'])('is not %s', (code) =>
    expect(isConnectionFault(withCode(code))).toBe(false),
  );

  it('is an ended connection as pg reports it, and no error of ours', () => {
    expect(isConnectionFault(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isConnectionFault(new TypeError('x is not a function'))).toBe(false);
    expect(isConnectionFault(new EventRefused('too-large', 'x'))).toBe(false);
    expect(isConnectionFault('connection')).toBe(false);
  });
});

describe('over faults', () => {
  it('tries again until it works', async () => {
    let attempts = 0;
    const result = await overFaults({ patienceMs: 10_000, closed: open }, async () => {
      attempts += 1;
      if (attempts < 3) throw withCode('ECONNRESET');
      return attempts;
    });
    expect(result).toBe(3);
  });

  it('tells at once of anything else', async () => {
    let attempts = 0;
    const failing = overFaults({ patienceMs: 10_000, closed: open }, async () => {
      attempts += 1;
      throw withCode('42501');
    });
    await expect(failing).rejects.toMatchObject({ code: '42501' });
    expect(attempts).toBe(1);
  });

  it('says when patience has ended that the outcome is not known, with the fault as its cause', async () => {
    const fault = withCode('57P03');
    const failing = overFaults({ patienceMs: 0, closed: open }, () => Promise.reject(fault));
    await expect(failing).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(failing).rejects.toMatchObject({ cause: fault });
  });

  it('does not try again when the store is closed', async () => {
    let attempts = 0;
    const failing = overFaults({ patienceMs: 10_000, closed: AbortSignal.abort() }, async () => {
      attempts += 1;
      throw withCode('ECONNRESET');
    });
    await expect(failing).rejects.toBeInstanceOf(StoreUnavailable);
    expect(attempts).toBe(1);
  });
});
