import { Module } from '@nestjs/common';
import { AssignerActsController } from './assigner-acts.controller.ts';
import { LeadActsController } from './lead-acts.controller.ts';
import { TasksController } from './tasks.controller.ts';
import {
  FindAgeingHandler,
  FindCommitmentsHandler,
  FindProgrammeHandler,
  FindTaskHandler,
  FindTasksHandler,
} from './tasks.handlers.ts';

@Module({
  controllers: [AssignerActsController, LeadActsController, TasksController],
  providers: [FindTasksHandler, FindTaskHandler, FindAgeingHandler, FindCommitmentsHandler, FindProgrammeHandler],
})
export class TasksModule {}
