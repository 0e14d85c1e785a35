import { Metadata, type ServiceError, type status } from '@grpc/grpc-js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams, { type AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerEvent, ServerExpected, ServerRecord, Written } from './server-log.ts';

const streamIdentifier = (name: string): InstanceType<typeof shared.StreamIdentifier> => {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name));
  return identifier;
};

/** An error as EventStoreDB sends it: what it means is in the metadata under `exception`. */
export const serviceError = (code: status, exception: string, facts: Record<string, string> = {}): ServiceError => {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  for (const [name, value] of Object.entries(facts)) metadata.set(name, value);
  return Object.assign(new Error(exception), { code, details: exception, metadata });
};

export const proposedEvent = (message: AppendReq.ProposedMessage): ServerEvent => ({
  id: message.getId()?.getString() ?? '',
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

export const expectedOf = (options: AppendReq.Options): ServerExpected => {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasStreamExists()) return 'stream-exists';
  return Number(options.getRevision());
};

const conflictAnswer = (
  expected: ServerExpected,
  current: number | null,
): InstanceType<typeof streams.AppendResp.WrongExpectedVersion> => {
  const conflict = new streams.AppendResp.WrongExpectedVersion();
  if (current === null) conflict.setCurrentNoStream(new shared.Empty());
  else conflict.setCurrentRevision(String(current));
  if (expected === 'any') conflict.setExpectedAny(new shared.Empty());
  else if (expected === 'no-stream') conflict.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream-exists') conflict.setExpectedStreamExists(new shared.Empty());
  else conflict.setExpectedRevision(String(expected));
  return conflict;
};

export const appendAnswer = (expected: ServerExpected, written: Written): InstanceType<typeof streams.AppendResp> => {
  const answer = new streams.AppendResp();
  if (written.outcome === 'conflict') {
    answer.setWrongExpectedVersion(conflictAnswer(expected, written.current));
    return answer;
  }
  const { revision, place } = written.last;
  const position = new streams.AppendResp.Position();
  position.setCommitPosition(String(place.commit));
  position.setPreparePosition(String(place.prepare));
  const success = new streams.AppendResp.Success();
  success.setCurrentRevision(String(revision));
  success.setPosition(position);
  answer.setSuccess(success);
  return answer;
};

export const eventMessage = (record: ServerRecord): InstanceType<typeof streams.ReadResp> => {
  const id = new shared.UUID();
  id.setString(record.id);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(id);
  recorded.setStreamIdentifier(streamIdentifier(record.stream));
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(String(record.place.commit));
  recorded.setPreparePosition(String(record.place.prepare));
  recorded.getMetadataMap().set('type', record.type);
  recorded.getMetadataMap().set('content-type', record.contentType);
  recorded.getMetadataMap().set('created', '638870000000000000');
  recorded.setData(record.data);
  recorded.setCustomMetadata(record.metadata);
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(record.place.commit));
  const message = new streams.ReadResp();
  message.setEvent(event);
  return message;
};

export const notFoundMessage = (name: string): InstanceType<typeof streams.ReadResp> => {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(streamIdentifier(name));
  const message = new streams.ReadResp();
  message.setStreamNotFound(missing);
  return message;
};

export const confirmationMessage = (id: string): InstanceType<typeof streams.ReadResp> => {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(id);
  const message = new streams.ReadResp();
  message.setConfirmation(confirmation);
  return message;
};

export const caughtUpMessage = (): InstanceType<typeof streams.ReadResp> => {
  const message = new streams.ReadResp();
  message.setCaughtUp(new streams.ReadResp.CaughtUp());
  return message;
};

/** It offers appends over one stream, as every server of today. */
export const supportedMethods = (): InstanceType<typeof features.SupportedMethods> => {
  const answer = new features.SupportedMethods();
  answer.setEventStoreServerVersion('23.10.1.0');
  const methods = ['append', 'batchappend', 'read'].map((name) => {
    const method = new features.SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    if (name === 'read') method.setFeaturesList(['all', 'position', 'stream']);
    return method;
  });
  answer.setMethodsList(methods);
  return answer;
};
