import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * When the line is cut, once: on the way to the server (nothing was done), or on the way back (it was done,
 * and the caller does not know).
 */
export type Cut = 'before-request' | 'before-answer';

export type CutLine = {
  /** The database's address through the line. */
  readonly url: string;
  /** Cuts at the next message that holds `text`. */
  cutAt(cut: Cut, text: string): void;
  cuts(): number;
  close(): Promise<void>;
};

/** A TCP line to PostgreSQL that can be cut at a chosen message. */
export const openCutLine = async (databaseUrl: string): Promise<CutLine> => {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let planned: { cut: Cut; text: string } | null = null;
  let cuts = 0;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let answerIsCut = false;
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', (data) => {
      if (planned !== null && data.includes(planned.text)) {
        const { cut } = planned;
        planned = null;
        cuts += 1;
        if (cut === 'before-request') return end();
        answerIsCut = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      // The server answers a statement after it has committed it.
      if (answerIsCut) end();
      else client.write(data);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cutAt: (cut, text) => {
      planned = { cut, text };
    },
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
};
