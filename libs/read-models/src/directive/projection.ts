import { directiveAggregate } from '#domain/directive/aggregate.ts';
import type { DirectiveEvent } from '#domain/directive/events.ts';
import { executorsOf } from '#domain/directive/rules/someone-executes.ts';
import type { Directive, DirectiveState } from '#domain/directive/state.ts';
import type { RecordedEvent } from '#domain/events.ts';
import { ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import type { DirectiveRow } from './table.entity.ts';

type RecordedDirectiveEvent = Extract<RecordedEvent, DirectiveEvent>;

const isDirectiveEvent = (event: RecordedEvent): event is RecordedDirectiveEvent => event.type.startsWith('directive.');
const directiveOf = ({ stream }: RecordedEvent): string => stream.slice('directive-'.length);

const stateOf = (row: Row | undefined): DirectiveState =>
  row === undefined ? directiveAggregate.initial : (JSON.parse((row as DirectiveRow).state) as Directive);

const rowOf = (event: RecordedDirectiveEvent, found: Row | undefined): DirectiveRow => {
  const state = directiveAggregate.evolve(stateOf(found), event);
  if (state.status === 'none') throw new ImpossibleHistory(`${event.type} in ${event.stream}, which was never issued`);
  return {
    directiveId: directiveOf(event),
    state: JSON.stringify(state),
    issuer: state.issuer,
    issuedAt: state.issuedAt,
    reissueOf: state.reissueOf,
    executors: executorsOf(state),
    revision: event.revision,
  };
};

export const directiveProjection: Projection = {
  name: 'directive',
  tables: ['directive'],
  reads: (event) =>
    isDirectiveEvent(event) && event.type !== 'directive.issued'
      ? { table: 'directive', group: directiveOf(event) }
      : null,
  project: (event, found) =>
    isDirectiveEvent(event)
      ? [{ table: 'directive', row: rowOf(event, event.type === 'directive.issued' ? undefined : found) }]
      : [],
};
