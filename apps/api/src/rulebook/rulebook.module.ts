import { Module } from '@nestjs/common';
import { DisseminationsController, RulebookActsController } from './rulebook-acts.controller.ts';
import { RulebookController } from './rulebook.controller.ts';

@Module({ controllers: [RulebookActsController, DisseminationsController, RulebookController] })
export class RulebookModule {}
