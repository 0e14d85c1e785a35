import { Module } from '@nestjs/common';
import { DirectiveActsController } from './directive-acts.controller.ts';
import { DirectivesController } from './directives.controller.ts';
import { FindDirectiveHandler, FindDirectivesHandler } from './directives.handlers.ts';

@Module({
  controllers: [DirectiveActsController, DirectivesController],
  providers: [FindDirectivesHandler, FindDirectiveHandler],
})
export class DirectivesModule {}
