import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { EdgeProblem } from '../edge/problem-errors.ts';
import { callerOf } from './caller-of.ts';
import type { Role } from './token-verifier.ts';

const rolesKey = 'ledger:roles';

/** The route takes callers with any of these roles; without this decorator it takes nobody under `/v1`. */
export const RequiresRole = (...allowed: readonly Role[]): MethodDecorator & ClassDecorator =>
  SetMetadata(rolesKey, allowed);

/** No authentication and no role: health, metrics, documents, the development issuer. */
export const OpenToAll = (): MethodDecorator & ClassDecorator => SetMetadata(rolesKey, 'all');

@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const allowed =
      this.reflector.getAllAndOverride<readonly Role[] | 'all' | undefined>(rolesKey, [
        context.getHandler(),
        context.getClass(),
      ]) ?? [];
    if (allowed === 'all') return true;
    const { roles } = callerOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (allowed.some((role) => roles.includes(role))) return true;
    throw new EdgeProblem('auth.role-missing', { facts: { required: allowed } });
  }
}
