import { Module } from '@nestjs/common';
import { AccountsController } from '../accounts/accounts.controller.ts';
import { DelegationsController } from '../delegations/delegations.controller.ts';
import { OfficerActsController } from '../officers/officer-acts.controller.ts';
import { OfficersController } from '../officers/officers.controller.ts';
import {
  FindOfficerHandler,
  FindOfficersHandler,
  FindTrailHandler,
  NameOfficerHandler,
} from '../officers/officers.handlers.ts';
import { UnitActsController } from '../units/unit-acts.controller.ts';
import { UnitsController } from '../units/units.controller.ts';
import { FindUnitHandler, FindUnitsHandler } from '../units/units.handlers.ts';
import { OrganisationActs } from './organisation-acts.ts';
import { RecordOrganisationActHandler } from './record-organisation-act.ts';

@Module({
  controllers: [
    UnitActsController,
    UnitsController,
    OfficerActsController,
    OfficersController,
    AccountsController,
    DelegationsController,
  ],
  providers: [
    OrganisationActs,
    RecordOrganisationActHandler,
    NameOfficerHandler,
    FindOfficersHandler,
    FindOfficerHandler,
    FindTrailHandler,
    FindUnitsHandler,
    FindUnitHandler,
  ],
})
export class OrganisationModule {}
