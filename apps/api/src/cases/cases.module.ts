import { Global, Module } from '@nestjs/common';
import { CaseActs } from './case-acts.ts';
import { RecordCaseActHandler } from './record-case-act.ts';

@Global()
@Module({ providers: [CaseActs, RecordCaseActHandler], exports: [CaseActs] })
export class CasesModule {}
