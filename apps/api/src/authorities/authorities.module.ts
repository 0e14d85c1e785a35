import { Module } from '@nestjs/common';
import { DelegationRegisterController } from '../delegations/delegation-register.controller.ts';
import { AuthoritiesController } from './authorities.controller.ts';

@Module({ controllers: [AuthoritiesController, DelegationRegisterController] })
export class AuthoritiesModule {}
