import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EvidenceView } from '#contracts/evidence-views.ts';
import { OpenToAll } from '../auth/roles.guard.ts';
import { FileAnswer, MayBeMissing, OpenAnswer } from '../openapi/describe.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { EvidenceOverview } from './evidence-overview.ts';

const Incarnation = (): MethodDecorator =>
  ApiParam({
    name: 'incarnation',
    description: 'Đời thứ mấy của sổ, từ 1 / which incarnation of the log, from 1',
    schema: { type: 'string', pattern: '^[1-9]\\d{0,5}$', examples: ['1'] },
  });

type Parts = { readonly incarnation: string; readonly '*': string };
/** Not through the pipe of the API: whatever is no such file does not exist, and is no malformed request. */
const partsOf = (request: FastifyRequest): Parts => request.params as Parts;

/** For witnesses, monitors and inspectors: whoever wants to hold the ledger to what it has signed. No one is asked who they are. */
@ApiTags('Chứng cứ')
@OpenToAll()
@Controller('evidence')
export class EvidenceController {
  constructor(
    @Inject(EvidenceFiles) private readonly files: EvidenceFiles,
    @Inject(EvidenceOverview) private readonly overview: EvidenceOverview,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-cache')
  @OpenAnswer(
    {
      vi: 'Khóa công khai, điểm kiểm cuối, nhân chứng, dấu thời gian, khoảng hở, phần chưa niêm phong',
      en: 'Public key, last checkpoint, witnesses, time stamp, exposure window, what is not sealed yet',
    },
    'EvidenceView',
  )
  @MayBeMissing()
  status(): Promise<EvidenceView> {
    return this.overview.look();
  }

  @Get('log/:incarnation/checkpoint')
  @Header('Cache-Control', 'no-cache')
  @Header('Content-Type', 'text/plain; charset=utf-8')
  @Incarnation()
  @FileAnswer(
    { vi: 'Điểm kiểm mới nhất, đã ký', en: 'The newest signed checkpoint (C2SP tlog-checkpoint)' },
    'text/plain',
  )
  @MayBeMissing()
  async checkpoint(@Req() request: FastifyRequest): Promise<string> {
    return new TextDecoder().decode(await this.files.checkpoint(partsOf(request).incarnation));
  }

  @Get('log/:incarnation/tile/*')
  @Incarnation()
  @ApiParam({
    name: 'path',
    description: '<level>/<index>[.p/<width>]',
    schema: { type: 'string', examples: ['0/000.p/5'] },
  })
  @FileAnswer(
    { vi: 'Một ô của cây băm, không bao giờ đổi', en: 'A tile of the hash tree (C2SP tlog-tiles); it never changes' },
    'application/octet-stream',
  )
  @MayBeMissing()
  async tile(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { incarnation, '*': path } = partsOf(request);
    const tile = await this.files.tile(incarnation, `tile/${path}`);
    await reply
      .header('Content-Type', 'application/octet-stream')
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .send(Buffer.from(tile));
  }
}
