import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import * as build from '../../../../test/fixtures/time-stamps/token-builder.ts';
import { verifyTimestamp } from '#evidence/time/timestamp.ts';
import { NoTimestamp, TsaClient } from './tsa-client.ts';

const stamped = new TextEncoder().encode('so-cai.example/tinh\n12\n');
const root = build.certify({ commonName: 'Root', keys: build.ecKeys(), issuer: null, extensions: [build.authority()] });
const signer = build.certify({
  commonName: 'Tem',
  keys: build.ecKeys(),
  issuer: root,
  extensions: [build.purposes(true, build.stampingPurpose)],
});

const bodyOf = async (request: IncomingMessage): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
};

/** The elements of a TimeStampReq: version, imprint, nonce, whether certificates are wanted. */
const asked = async (request: IncomingMessage): Promise<readonly Uint8Array[]> =>
  build.elementsOf(await bodyOf(request));

const granted = build.sequence(build.integer(0));
const response = (...parts: readonly Uint8Array[]): Uint8Array => build.sequence(...parts);
const reply = (to: ServerResponse, body: Uint8Array, type = 'application/timestamp-reply'): void => {
  to.writeHead(200, { 'content-type': type }).end(body);
};

/** Answers as an authority should, but for what `change` makes of the nonce and the bytes. */
const authority =
  (
    change: { nonce?: Uint8Array; stamped?: Uint8Array; status?: Uint8Array; hash?: build.Hash } = {},
  ): RequestListener =>
  (request, to) => {
    void asked(request).then(([, , nonce = build.nothing]) => {
      const { hash = 'sha256' } = change;
      const info = build.tstInfo({ stamped: change.stamped ?? stamped, hash, rest: [change.nonce ?? nonce] });
      reply(to, response(change.status ?? granted, build.token({ signer, info })));
    });
  };

describe('the client of a time-stamping authority', () => {
  let server: Server | null = null;
  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
  });

  const start = async (listener: RequestListener): Promise<string> => {
    const started = createServer(listener);
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(started.address() as AddressInfo).port}/tsa`;
  };
  const client = async (listener: RequestListener, roots: readonly Uint8Array[] = [], timeoutMs = 20_000) =>
    new TsaClient({ url: await start(listener), roots, timeoutMs });
  const reasonOf = async (listener: RequestListener, roots: readonly Uint8Array[] = []): Promise<string> => {
    const error: unknown = await (await client(listener, roots)).stamp(stamped).catch((thrown: unknown) => thrown);
    return error instanceof NoTimestamp ? error.reason : 'no NoTimestamp';
  };

  it('asks for the hash alone, with a nonce of its own each time, and wants the certificates', async () => {
    const seen: { method: string | undefined; type: string | undefined; parts: readonly Uint8Array[] }[] = [];
    const tsa = await client((request, to) => {
      void asked(request).then((parts) => {
        seen.push({ method: request.method, type: request.headers['content-type'], parts });
        to.writeHead(503).end();
      });
    });
    await expect(tsa.stamp(stamped)).rejects.toThrow('HTTP 503');
    await expect(tsa.stamp(stamped)).rejects.toThrow('HTTP 503');
    const sha256 = build.sequence(build.oid('2.16.840.1.101.3.4.2.1'), build.nothing);
    const imprint = build.sequence(sha256, build.octets(build.digest('sha256', stamped)));
    for (const { method, type, parts } of seen) {
      expect({ method, type }).toEqual({ method: 'POST', type: 'application/timestamp-query' });
      expect(parts.map((part) => [...part])).toEqual(
        [build.integer(1), imprint, parts[2] ?? build.nothing, build.isTrue].map((part) => [...part]),
      );
    }
    expect(seen[0]?.parts[2]).not.toEqual(seen[1]?.parts[2]);
  });

  it('gives the token back, and the moment it states', async () => {
    const tsa = await client(authority(), [root.certificate]);
    const token = await tsa.stamp(stamped);
    expect(verifyTimestamp({ token, stamped, roots: [root.certificate] })).toMatchObject({ ok: true });
    expect(tsa.timeOf(token)).toEqual(new Date('2026-01-02T03:04:05.678Z'));
    expect(() => tsa.timeOf(stamped)).toThrow(NoTimestamp);
  });

  it('takes a stamp that is granted with changes', async () => {
    const tsa = await client(authority({ status: build.sequence(build.integer(1)) }));
    expect(await tsa.stamp(stamped)).toBeInstanceOf(Uint8Array);
  });

  const rejected = build.sequence(
    build.integer(2),
    build.sequence(build.utf8('hết hạn mức\u0000')),
    build.bits(Uint8Array.of(0x20), 5),
  );
  it.each<[string, RequestListener, RegExp]>([
    ['another nonce', authority({ nonce: build.integer(1) }), /answers another request/],
    ['no nonce', authority({ nonce: new Uint8Array() }), /answers another request/],
    ['other bytes', authority({ stamped: stamped.slice(1) }), /other bytes than were sent/],
    ['another hash of the bytes', authority({ hash: 'sha512' }), /other bytes than were sent/],
    ['a refusal', (_, to) => reply(to, response(rejected)), /answered rejection: badRequest; hết hạn mức $/],
    ['a refusal without a word', (_, to) => reply(to, response(build.sequence(build.integer(3)))), /waiting$/],
    ['a grant and no token', (_, to) => reply(to, response(granted)), /granted a time stamp and sent none/],
    ['a token that is none', (_, to) => reply(to, response(granted, build.sequence())), /not a time-stamp token/],
    ['more than a response', (_, to) => reply(to, Uint8Array.of(...response(granted), 0)), /bytes left over/],
    ['something else', (_, to) => reply(to, build.nothing), /not a response/],
    ['a page', (_, to) => reply(to, stamped, 'text/html; charset=utf-8'), /the answer is text\/html/],
    ['nothing said of what it is', (_, to) => to.writeHead(200).end(), /the answer is untyped/],
    ['an error', (_, to) => to.writeHead(500).end(), /^HTTP 500$/],
    [
      'a redirect',
      (_, to) => to.writeHead(307, { location: 'http://elsewhere.invalid/' }).end(),
      /^HTTP 307 to http:\/\/elsewhere\.invalid\/, which is not followed/,
    ],
    ['too much', (_, to) => reply(to, new Uint8Array(200_001)), /more than 200000 bytes/],
    ['half an answer', (_, to) => void to.writeHead(200).write('x', () => to.destroy()), /./],
  ])('says so when it is given %s', async (_, listener, reason) => {
    expect(await reasonOf(listener)).toMatch(reason);
  });

  it('refuses a token that leads to none of the roots configured', async () => {
    const other = build.certify({
      commonName: 'R',
      keys: build.ecKeys(),
      issuer: null,
      extensions: [build.authority()],
    });
    expect(await reasonOf(authority(), [other.certificate])).toBe('no chain leads to a root of the policy');
  });

  it('names the authority when nobody is there, or nobody answers', async () => {
    const gone = await client(() => undefined);
    server?.close();
    await expect(gone.stamp(stamped)).rejects.toThrow(/no time stamp from http:.*ECONNREFUSED/);
    const silent = await client(() => undefined, [], 30);
    await expect(silent.stamp(stamped)).rejects.toThrow(/timeout/);
  });
});
