import { Module } from '@nestjs/common';
import { CalendarActsController } from './calendar-acts.controller.ts';
import { CalendarsController } from './calendars.controller.ts';

@Module({ controllers: [CalendarActsController, CalendarsController] })
export class CalendarsModule {}
