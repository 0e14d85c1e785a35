import { Module, type DynamicModule } from '@nestjs/common';
import type { SealingSettings } from '#sealing/signer/settings.ts';
import { EvidenceController } from './evidence.controller.ts';
import { EvidenceFiles } from './evidence-files.ts';

@Module({})
export class EvidenceModule {
  static on(settings: SealingSettings | null): DynamicModule {
    return {
      module: EvidenceModule,
      controllers: [EvidenceController],
      providers: [{ provide: EvidenceFiles, useValue: new EvidenceFiles(settings) }],
    };
  }
}
