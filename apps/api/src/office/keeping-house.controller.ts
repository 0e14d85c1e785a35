import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import {
  AnswerObstacleDto,
  AssignStepDto,
  IssueReportDto,
  LayDownProcedureDto,
  ReportObstacleDto,
  ReviewBacklogDto,
  ReviewRegulationDto,
} from './keeping-house.dto.ts';

@ApiTags('Nền nếp cơ quan: ghi việc')
@RequiresRole('recorder')
@Controller('v1/office')
export class KeepingHouseController {
  constructor(private readonly acts: CaseActs) {}

  @Post('obstacles')
  @Act({ vi: 'Phản ánh khó khăn, vướng mắc', en: 'Report an obstacle through the committee or home affairs' }, 201)
  reportObstacle(@Body() body: ReportObstacleDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.obstacleId);
  }

  @Post('obstacles/:id/answer')
  @HttpCode(200)
  @Act({ vi: 'Trả lời vướng mắc', en: 'Answer an obstacle' })
  answerObstacle(
    @Param('id') id: string,
    @Body() body: AnswerObstacleDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'office', id);
  }

  @Post('procedures')
  @Act({ vi: 'Ban hành quy trình với các khâu', en: 'Lay down the steps of a procedure; the latest counts' }, 201)
  layDownProcedure(@Body() body: LayDownProcedureDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.procedureId);
  }

  @Post('steps')
  @Act({ vi: 'Giao khâu cho người chịu trách nhiệm', en: 'Name the person who answers for a step' }, 201)
  assignStep(@Body() body: AssignStepDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.stepId);
  }

  @Post('regulations')
  @Act({ vi: 'Rà soát quy chế, quy trình', en: 'Review a regulation or procedure, steps before and after' }, 201)
  reviewRegulation(@Body() body: ReviewRegulationDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.regulationId);
  }

  @Post('backlog-reviews')
  @Act({ vi: 'Rà soát việc tồn đọng', en: 'Review the backlog' }, 201)
  reviewBacklog(@Body() body: ReviewBacklogDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.reviewId);
  }

  @Post('reports')
  @Act({ vi: 'Báo cáo quá hạn, nợ đọng hoặc định kỳ', en: 'Issue a report of what is overdue, or a periodic one' }, 201)
  issueReport(@Body() body: IssueReportDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.reportId);
  }
}
