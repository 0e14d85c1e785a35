import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DevelopmentIssuer } from '../auth/development-issuer.ts';
import { OpenToAll } from '../auth/roles.guard.ts';
import { ISSUER } from '../dependencies.ts';
import { IssuesToken } from '../openapi/describe.ts';
import { DevTokenDto } from './dev-tokens.dto.ts';

/** Mounted only where a development issuer is given: whoever reaches it may be anyone. */
@ApiTags('Thử nghiệm')
@OpenToAll()
@Controller('dev')
export class DevTokensController {
  constructor(@Inject(ISSUER) private readonly issuer: DevelopmentIssuer) {}

  /** As JSON, or as the bare token for a shell that says `Accept: text/plain`. */
  @Post('token')
  @HttpCode(200)
  @IssuesToken({ vi: 'Xin mã truy cập thử nghiệm', en: 'A token of the development issuer, for trials only' })
  async issue(
    @Body() { sub, kind, unit, capacity, roles }: DevTokenDto,
    @Headers('accept') accept: string | undefined,
  ): Promise<string | { readonly token: string }> {
    const token = await this.issuer.issue({ sub, kind, unit, capacity, roles });
    return accept === 'text/plain' ? token : { token };
  }
}
