import type { CaseFacts } from '../kernel/aggregate.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import type { Rule } from '../kernel/rule.ts';
import type { OfficeCommand } from './commands.ts';
import type { OfficeRefusalCode } from './refusals.ts';

export type Code = OfficeRefusalCode | CaseRefusalCode;
export type Judged<C = OfficeCommand> = { readonly command: C; readonly facts: CaseFacts };
/** An act that answers what a record began with. */
export type Answering<C, Record> = Judged<C> & { readonly record: Record };
export type OfficeRule<C> = Rule<Judged<C>, Code>;
