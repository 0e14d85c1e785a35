import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Receipt } from '#contracts/views.ts';
import { RequiresRole } from '../auth/roles.guard.ts';
import { CaseActs } from '../cases/case-acts.ts';
import { ActRequest, FromAct } from '../ledger/act-request.ts';
import { Act } from '../openapi/describe.ts';
import {
  AcceptAssignmentDto,
  AcceptReasonDto,
  ClaimReasonDto,
  DecideAssignmentDto,
  DecideReviewDto,
  ProposeReviewDto,
  RecordFindingDto,
  RecordLeaveDto,
  RefuseAssignmentDto,
  RejectReasonDto,
  SecondReviewDto,
} from './persons.dto.ts';

@ApiTags('Cán bộ: ghi việc')
@RequiresRole('recorder')
@Controller('v1/office')
export class PersonsController {
  constructor(private readonly acts: CaseActs) {}

  @Post('assignments')
  @Act({ vi: 'Quyết định điều động, phân công', en: 'Decide an assignment' }, 201)
  decideAssignment(@Body() body: DecideAssignmentDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.assignmentId);
  }

  @Post('assignments/:id/accept')
  @HttpCode(200)
  @Act({ vi: 'Chấp hành phân công', en: 'The person accepts the assignment' })
  acceptAssignment(
    @Param('id') id: string,
    @Body() body: AcceptAssignmentDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'office', id);
  }

  @Post('assignments/:id/refuse')
  @HttpCode(200)
  @Act({ vi: 'Không nhận phân công', en: 'The person refuses the assignment, with the reason' })
  refuseAssignment(
    @Param('id') id: string,
    @Body() body: RefuseAssignmentDto,
    @FromAct() act: ActRequest,
  ): Promise<Receipt> {
    return this.acts.go(act, body, 'office', id);
  }

  @Post('leaves')
  @Act({ vi: 'Ghi việc nghỉ', en: 'Record a leave; somebody else records it' }, 201)
  recordLeave(@Body() body: RecordLeaveDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.leaveId);
  }

  @Post('reasons')
  @Act({ vi: 'Nêu lý do chính đáng', en: 'Claim a legitimate reason' }, 201)
  claimReason(@Body() body: ClaimReasonDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.reasonId);
  }

  @Post('reasons/:id/accept')
  @HttpCode(200)
  @Act({ vi: 'Chấp nhận lý do', en: 'A competent leader accepts the reason' })
  acceptReason(@Param('id') id: string, @Body() body: AcceptReasonDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'office', id);
  }

  @Post('reasons/:id/reject')
  @HttpCode(200)
  @Act({ vi: 'Không chấp nhận lý do', en: 'A competent leader rejects the reason' })
  rejectReason(@Param('id') id: string, @Body() body: RejectReasonDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'office', id);
  }

  @Post('findings')
  @Act({ vi: 'Ghi kết luận về hành vi', en: 'Record a finding on conduct; only people do, from a written source' }, 201)
  recordFinding(@Body() body: RecordFindingDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.findingId);
  }

  @Post('reviews')
  @Act({ vi: 'Đề xuất xem xét trách nhiệm', en: 'Two people of two units propose a review' }, 201)
  proposeReview(@Body() body: ProposeReviewDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.begin(act, body, 'office', body.reviewId);
  }

  @Post('reviews/:id/second')
  @HttpCode(200)
  @Act({ vi: 'Đồng đề xuất', en: 'The second proposer confirms in person' })
  secondReview(@Param('id') id: string, @Body() body: SecondReviewDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'office', id);
  }

  @Post('reviews/:id/decide')
  @HttpCode(200)
  @Act({ vi: 'Quyết định việc xem xét', en: 'The committee decides whether to open the review' })
  decideReview(@Param('id') id: string, @Body() body: DecideReviewDto, @FromAct() act: ActRequest): Promise<Receipt> {
    return this.acts.go(act, body, 'office', id);
  }
}
