import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Instant } from '#domain/kernel/event.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { ReadModels } from '#read-models/read-models.ts';
import { READ_MODELS } from '../dependencies.ts';
import { openTrail, type TrailExport } from './trail-source.ts';

/** Null when the ledger knows no such officer. */
export class OpenTrail extends Query<TrailExport | null> {
  constructor(
    readonly officerId: string,
    readonly asOf: Instant | undefined,
  ) {
    super();
  }
}

@QueryHandler(OpenTrail)
export class OpenTrailHandler implements IQueryHandler<OpenTrail> {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly reference: LedgerReference,
  ) {}

  async execute({ officerId, asOf }: OpenTrail): Promise<TrailExport | null> {
    const ledger = { queries: this.readModels.queries, reference: await this.reference.current() };
    return openTrail(ledger, officerId, asOf);
  }
}
