import { Module, type DynamicModule } from '@nestjs/common';
import { EvidenceController } from './evidence.controller.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { EvidenceOverview, type EvidenceParts } from './evidence-overview.ts';

@Module({})
export class EvidenceModule {
  static on(parts: EvidenceParts): DynamicModule {
    return {
      module: EvidenceModule,
      controllers: [EvidenceController],
      providers: [
        { provide: EvidenceFiles, useValue: new EvidenceFiles(parts.settings) },
        { provide: EvidenceOverview, useValue: new EvidenceOverview(parts) },
      ],
    };
  }
}
