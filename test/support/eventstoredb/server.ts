import { once, type EventEmitter } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import {
  Server,
  ServerCredentials,
  status,
  type sendUnaryData,
  type ServerReadableStream,
  type ServerWritableStream,
} from '@grpc/grpc-js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { AppendReq, AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { ServerLog, type ServerEvent, type ServerRecord } from './server-log.ts';
import {
  appendAnswer,
  caughtUpMessage,
  confirmationMessage,
  eventMessage,
  expectedOf,
  notFoundMessage,
  proposedEvent,
  serviceError,
  supportedMethods,
} from './server-messages.ts';
import { matches, range, subscriptionStart } from './server-reads.ts';

/**
 * What becomes of the next append, once. `cut`: every connection ends. `hold`: no answer, ever; an append held
 * before it is stored is stored by `releaseHeld`, when its caller has long given up.
 */
export type AppendFault =
  'cut-before-storing' | 'cut-after-storing' | 'hold-before-storing' | 'hold-after-storing' | 'not-leader';

type AppendCall = ServerReadableStream<AppendReq, AppendResp>;
type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** EventStoreDB's own default for `MaxAppendSize`. */
const maxAppendBytes = 1024 * 1024;

const bytesOf = (events: readonly ServerEvent[]): number =>
  events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);

/** EventStoreDB's wire protocol over a real socket, for appends, reads and subscriptions to `$all`. */
export class EventStoreDbServer {
  readonly log = new ServerLog();
  /** Calls by method, in order of arrival. */
  readonly calls: string[] = [];
  readonly #grpc = new Server();
  readonly #sockets = new Set<Socket>();
  readonly #listener = createServer({ noDelay: true });
  readonly #appendFaults: AppendFault[] = [];
  readonly #held: (() => void)[] = [];
  readonly #subscriptions = new Set<ReadCall>();
  #readCut: number | null = null;
  #readsHeld = 0;

  get port(): number {
    return (this.#listener.address() as AddressInfo).port;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  get subscriptions(): number {
    return this.#subscriptions.size;
  }

  async start(): Promise<void> {
    this.#grpc.addService(StreamsService, {
      append: (call: AppendCall, answer: sendUnaryData<AppendResp>) => this.#append(call, answer),
      read: (call: ReadCall) => this.#read(call),
      batchAppend: (call: EventEmitter) => {
        this.calls.push('batchAppend');
        call.emit('error', serviceError(status.INTERNAL, 'unexpected'));
      },
      delete: () => undefined,
      tombstone: () => undefined,
    });
    this.#grpc.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<SupportedMethods>) => {
        this.calls.push('getSupportedMethods');
        answer(null, supportedMethods());
      },
    });
    const injector = this.#grpc.createConnectionInjector(ServerCredentials.createInsecure());
    this.#listener.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.#sockets.delete(socket));
      injector.injectConnection(socket);
    });
    this.#listener.listen(0, '127.0.0.1');
    await once(this.#listener, 'listening');
  }

  async stop(): Promise<void> {
    const closed = once(this.#listener, 'close');
    this.#listener.close();
    this.cut();
    this.#grpc.forceShutdown();
    await closed;
  }

  /** Ends every connection. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  failNextAppends(...faults: readonly AppendFault[]): void {
    this.#appendFaults.push(...faults);
  }

  /** Stores what was held before it was stored. */
  releaseHeld(): void {
    for (const store of this.#held.splice(0)) store();
  }

  /** The next read ends in a cut after this many events. */
  cutNextReadAfter(events: number): void {
    this.#readCut = events;
  }

  /** The next reads are taken and never answered. */
  holdNextReads(count: number): void {
    this.#readsHeld = count;
  }

  /** The server ends every subscription and stays up. */
  dropSubscriptions(): void {
    for (const call of this.#subscriptions) call.emit('error', serviceError(status.CANCELLED, 'subscription-dropped'));
  }

  #append(call: AppendCall, answer: sendUnaryData<AppendResp>): void {
    let options: AppendReq.Options | undefined;
    const events: ServerEvent[] = [];
    call.on('data', (message: AppendReq) => {
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (proposed !== undefined) events.push(proposedEvent(proposed));
    });
    call.on('error', () => undefined);
    call.on('end', () => {
      // A request that breaks off ends too; whether it did is known a turn later.
      setImmediate(() => {
        if (options === undefined || call.cancelled) return;
        this.calls.push('append');
        this.#judge(options, events, answer);
      });
    });
  }

  #judge(options: AppendReq.Options, events: readonly ServerEvent[], answer: sendUnaryData<AppendResp>): void {
    const stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
    const expected = expectedOf(options);
    const write = (): AppendResp => appendAnswer(expected, this.log.write(stream, expected, events));
    if (bytesOf(events) > maxAppendBytes) {
      const facts = { 'maximum-append-size': String(maxAppendBytes) };
      return answer(serviceError(status.INVALID_ARGUMENT, 'maximum-append-size-exceeded', facts));
    }
    switch (this.#appendFaults.shift()) {
      case 'cut-before-storing':
        return this.cut();
      case 'cut-after-storing':
        write();
        return this.cut();
      case 'hold-before-storing':
        this.#held.push(write);
        return undefined;
      case 'hold-after-storing':
        write();
        return undefined;
      case 'not-leader': {
        const facts = { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(this.port) };
        return answer(serviceError(status.NOT_FOUND, 'not-leader', facts));
      }
      case undefined:
        return answer(null, write());
    }
  }

  #read(call: ReadCall): void {
    call.on('error', () => undefined);
    const options = call.request.getOptions();
    if (options === undefined) return;
    if (options.hasSubscription()) return this.#subscribe(call, options);
    this.calls.push(options.hasStream() ? 'readStream' : 'readAll');
    if (this.#readsHeld > 0) {
      this.#readsHeld -= 1;
      return;
    }
    const cutAfter = this.#readCut;
    this.#readCut = null;
    const name = Buffer.from(options.getStream()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8');
    if (options.hasStream() && this.log.stream(name).length === 0) call.write(notFoundMessage(name));
    const records = range(this.log, options);
    if (cutAfter === null) return send(call, records, () => call.end());
    // After what was written has gone out, so that the caller has a part.
    send(call, records.slice(0, cutAfter), () => setImmediate(() => setImmediate(() => this.cut())));
  }

  #subscribe(call: ReadCall, options: ReadReq.Options): void {
    this.calls.push('subscribe');
    this.#subscriptions.add(call);
    call.write(confirmationMessage(`subscription-${this.calls.length}`));
    let next = subscriptionStart(this.log, options);
    const pump = (): void => {
      for (; next < this.log.records.length; next += 1) {
        const record = this.log.records[next];
        if (record !== undefined && matches(options, record)) call.write(eventMessage(record));
      }
    };
    pump();
    call.write(caughtUpMessage());
    const stopListening = this.log.onGrowth(pump);
    const forget = (): void => {
      stopListening();
      this.#subscriptions.delete(call);
    };
    call.on('cancelled', forget);
    call.on('close', forget);
    call.on('error', forget);
  }
}

/** No faster than the caller takes it. */
const send = (call: ReadCall, records: readonly ServerRecord[], sent: () => void): void => {
  let next = 0;
  const go = (): void => {
    for (let ready = true; next < records.length && ready && !call.cancelled; next += 1) {
      const record = records[next];
      if (record !== undefined) ready = call.write(eventMessage(record));
    }
    if (call.cancelled) return;
    if (next < records.length) call.once('drain', go);
    else sent();
  };
  go();
};

export const startEventStoreDbServer = async (): Promise<EventStoreDbServer> => {
  const server = new EventStoreDbServer();
  await server.start();
  return server;
};
