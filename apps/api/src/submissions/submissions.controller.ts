import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type {
  CirculationView,
  FirstPassView,
  PingPongView,
  ReviewDepthView,
  SubmissionView,
} from '#contracts/submission-views.ts';
import type { Page } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { Question } from '../openapi/describe.ts';
import { PageDto, QuestionDto } from '../reading/question.dto.ts';
import { ReadYourWrites } from '../reading/read-your-writes.ts';
import { SubmissionFilterDto } from './submissions.dto.ts';
import {
  FindCirculation,
  FindSubmissions,
  ShowFirstPass,
  ShowPingPong,
  ShowReviewDepth,
} from './submissions.handlers.ts';

@ApiTags('Trình, chuyển, luân chuyển: tra cứu')
@RequiresRole('reader', 'recorder', 'administrator')
@UseInterceptors(ReadYourWrites)
@Controller('v1')
export class SubmissionsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('submissions')
  @Question(
    { vi: 'Việc trình lên, chuyển có căn cứ', en: 'What was passed between units, and how it was answered' },
    'SubmissionPage',
  )
  submissions(@Query() filter: SubmissionFilterDto): Promise<Page<SubmissionView>> {
    return this.queries.execute(new FindSubmissions(filter));
  }

  @Get('submissions/first-pass')
  @Question(
    { vi: 'Tỷ lệ đạt ngay lần trình đầu', en: 'First-pass rate of submitting units, with denominators and intervals' },
    'FirstPassList',
  )
  firstPass(@Query() _question: QuestionDto): Promise<readonly FirstPassView[]> {
    return this.queries.execute(new ShowFirstPass());
  }

  @Get('submissions/review-depth')
  @Question(
    { vi: 'Số cấp duyệt văn bản của đơn vị', en: 'Levels of review per unit; never per person' },
    'ReviewDepthList',
  )
  reviewDepth(@Query() _question: QuestionDto): Promise<readonly ReviewDepthView[]> {
    return this.queries.execute(new ShowReviewDepth());
  }

  @Get('circulation')
  @Question(
    { vi: 'Hồ sơ chuyển lòng vòng', en: 'Open dossiers by units passed since the last act on substance' },
    'CirculationPage',
  )
  circulation(@Query() page: PageDto): Promise<Page<CirculationView>> {
    return this.queries.execute(new FindCirculation(page));
  }

  @Get('circulation/ping-pong')
  @Question(
    { vi: 'Chuyển qua chuyển lại giữa hai đơn vị', en: 'A to B and back to A, by pairs of units' },
    'PingPongList',
  )
  pingPong(@Query() _question: QuestionDto): Promise<readonly PingPongView[]> {
    return this.queries.execute(new ShowPingPong());
  }
}
