import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type {
  BindingView,
  DisseminationCoverageList,
  InstrumentList,
  RulesInForce,
} from '#contracts/rulebook-views.ts';
import type { Page } from '#contracts/views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import { callerOf } from '../auth/caller-of.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CLOCK } from '../dependencies.ts';
import { faultOf } from '../edge/faults.ts';
import { RequestInvalid } from '../edge/problem-errors.ts';
import { Question } from '../openapi/describe.ts';
import { pageOfList } from '../reading/page-of-list.ts';
import { BindingFilterDto, CoverageDto, InstrumentsAtDto, RulesAtDto } from './rulebook.dto.ts';
import { bindingsOf, disseminationCoverage, instrumentsAt, rulesInForce } from './rulebook-reading.ts';

/** Read from the ledger itself, so that what was written before is always seen. */
@ApiTags('Bộ quy tắc')
@RequiresRole('reader', 'recorder', 'administrator')
@Controller('v1/rulebook')
export class RulebookController {
  constructor(
    private readonly reference: LedgerReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('in-force')
  @Question(
    {
      vi: 'Quy tắc đang áp dụng cho đơn vị',
      en: 'What binds a unit at a moment: duty, clause, instrument, parameters',
    },
    'RulesInForce',
  )
  async inForce(@Query() { unit, at }: RulesAtDto, @Req() request: FastifyRequest): Promise<RulesInForce> {
    const asked = unit ?? callerOf(request).actor.unit;
    if (asked === null) throw new RequestInvalid([faultOf('unit', 'field.required')]);
    return rulesInForce(await this.reference.current(), asked, at ?? this.clock.now());
  }

  @Get('instruments')
  @Question(
    { vi: 'Các văn bản của bộ quy tắc', en: 'The instruments of the version in force at a moment' },
    'InstrumentList',
  )
  async instruments(@Query() { at }: InstrumentsAtDto): Promise<InstrumentList> {
    return instrumentsAt(await this.reference.current(), at ?? this.clock.now());
  }

  @Get('bindings')
  @Question(
    { vi: 'Văn bản nào áp dụng cho đơn vị nào', en: 'Which instrument was bound to which unit, ended ones too' },
    'BindingPage',
  )
  async bindings(@Query() filter: BindingFilterDto): Promise<Page<BindingView>> {
    return pageOfList(bindingsOf(await this.reference.current(), filter), filter, ({ bindingId }) => bindingId);
  }

  @Get('disseminations')
  @Question(
    { vi: 'Văn bản đã được quán triệt ở đâu', en: 'Units an instrument binds, and those it was made known in' },
    'DisseminationCoverageList',
  )
  async disseminations(@Query() { instrument, at }: CoverageDto): Promise<DisseminationCoverageList> {
    return disseminationCoverage(await this.reference.current(), at ?? this.clock.now(), instrument);
  }
}
