import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DelegationView } from '#contracts/rulebook-views.ts';
import type { Page } from '#contracts/views.ts';
import { delegationRegister } from '#domain/authority/delegation-register.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { DelegationFilterDto } from '../authorities/authorities.dto.ts';
import { delegationViews } from '../authorities/authority-reading.ts';
import { CLOCK, READ_MODELS } from '../dependencies.ts';
import { Question } from '../openapi/describe.ts';
import { pageOfList } from '../reading/page-of-list.ts';

@ApiTags('Ủy quyền')
@RequiresRole('reader', 'recorder', 'administrator')
@Controller('v1/delegations')
export class DelegationRegisterController {
  constructor(
    private readonly reference: LedgerReference,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  @Get()
  @Question(
    { vi: 'Sổ ủy quyền', en: 'The register of delegations at a moment: in force, expired, revoked; newest first' },
    'DelegationPage',
  )
  async register(@Query() filter: DelegationFilterDto): Promise<Page<DelegationView>> {
    const reference = await this.reference.current();
    const entries = delegationRegister(reference.organisation, filter.unit ?? null, filter.at ?? this.clock.now());
    const page = pageOfList(entries, filter, ({ delegationId }) => delegationId);
    const names = this.readModels.directory.namesOf.bind(this.readModels.directory);
    return { ...page, items: await delegationViews(reference, page.items, names) };
  }
}
