import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuthorityView } from '#contracts/rulebook-views.ts';
import type { Page, Receipt } from '#contracts/views.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { Clock } from '#platform/clock.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { CLOCK, READ_MODELS } from '../dependencies.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act, Question } from '../openapi/describe.ts';
import { pageOfList } from '../reading/page-of-list.ts';
import { AssignAuthorityDto, AuthorityFilterDto, EndAuthorityDto } from './authorities.dto.ts';
import { authorityViews, cellsInForce } from './authority-reading.ts';

@ApiTags('Thẩm quyền')
@RequiresRole('administrator')
@Controller('v1/authorities')
export class AuthoritiesController {
  constructor(
    private readonly acts: CaseActs,
    private readonly reference: LedgerReference,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  @Post()
  @Act({ vi: 'Giao thẩm quyền theo loại việc', en: 'Assign authority over a kind of matter to a unit' }, 201)
  assign(@Body() body: AssignAuthorityDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'authority', body.authorityId);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Act({ vi: 'Kết thúc thẩm quyền', en: 'End an authority' })
  end(@Param('id') id: string, @Body() body: EndAuthorityDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'authority', id);
  }

  @Get()
  @RequiresRole('reader', 'recorder', 'administrator')
  @Question(
    { vi: 'Ma trận thẩm quyền, kèm ủy quyền', en: 'The authority matrix at a moment, delegations on top' },
    'AuthorityPage',
  )
  async matrix(@Query() filter: AuthorityFilterDto): Promise<Page<AuthorityView>> {
    const reference = await this.reference.current();
    const at = filter.at ?? this.clock.now();
    const cells = cellsInForce(reference, { matter: filter.matter, unit: filter.unit, at });
    const page = pageOfList(cells, filter, ({ authorityId }) => authorityId);
    const names = this.readModels.directory.namesOf.bind(this.readModels.directory);
    return { ...page, items: await authorityViews(reference, page.items, { at, names }) };
  }
}
