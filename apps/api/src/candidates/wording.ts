import type { Wording } from '#contracts/candidate-views.ts';
import type { CandidateKind, MitigationKind } from '#domain/candidates/candidate.ts';
import type { Measure } from '#domain/candidates/rates.ts';

const say = (vi: string, en: string): Wording => ({ vi, en });

/** What each kind asks about. Questions, in words that accuse nobody. */
export const kindTexts: Readonly<Record<CandidateKind, Wording>> = {
  'improper-escalation': say('Trình lên việc có thể thuộc thẩm quyền của mình', 'Own matter submitted upward'),
  'unsupported-escalation': say('Trình lên mà hồ sơ chưa thể hiện căn cứ', 'Submission whose ground the file lacks'),
  'sideways-transfer': say('Chuyển ngang việc có thể thuộc thẩm quyền của mình', 'Own matter passed to a peer'),
  'beyond-authority': say('Quyết định việc giao cho đơn vị khác', 'Decided what another unit is competent for'),
  'late-return': say('Trả lại chậm', 'Returned late'),
  'return-of-own-function': say('Trả lại việc thuộc chức năng của mình', 'Returned what is its own function'),
  'circular-referral': say('Hồ sơ đi lòng vòng', 'Dossier passed round in circles'),
  'over-consultation': say('Lấy ý kiến nhiều vòng cùng nội dung', 'Same body asked the same again'),
  'unrelated-addressee': say('Lấy ý kiến nơi không liên quan', 'Asked a body not concerned'),
  'incomplete-request': say('Văn bản xin ý kiến thiếu câu hỏi hoặc thời hạn', 'Request without questions or deadline'),
  'late-opinion': say('Cho ý kiến sau thời hạn', 'Opinion given after the deadline'),
  'silent-opinion': say('Hết thời hạn chưa cho ý kiến', 'No opinion by the deadline'),
  'poor-opinion': say('Ý kiến được người đánh giá cho là chưa rõ', 'Reply found wanting by a named person'),
  'unresolved-dissent': say('Trình khi còn ý kiến khác nhau', 'Submitted with dissent open'),
  'defective-submission': say('Hồ sơ trình bị trả lại nhiều lần', 'Submission sent back again'),
  'forwarded-defective': say('Chuyển trình hồ sơ còn thiếu sót', 'Defective submission forwarded'),
  'expired-delegation': say('Ký thừa ủy quyền khi không còn hiệu lực', 'Acted on a delegation not in force'),
  'undecided-own-matter': say(
    'Hết hạn mà việc thuộc thẩm quyền chưa quyết định',
    'Own matter undecided at its deadline',
  ),
  'overdue-dossier': say('Hết hạn giải quyết khi đang giữ hồ sơ', 'Deadline passed while holding the dossier'),
  'overdue-task': say('Nhiệm vụ hết hạn chưa có sản phẩm', 'Task without its product at the deadline'),
  'silent-slip': say('Nhiệm vụ quá hạn mà chưa báo cáo trước', 'Task slipped without a word before'),
  'broken-commitment': say('Mốc cam kết chưa đạt', 'Committed milestone not met'),
  'unreported-overdue': say('Chưa báo cáo đơn vị quá hạn', 'Arrears not reported'),
  'unlinked-directive': say('Chưa mở nhiệm vụ thực hiện chỉ đạo', 'No task opened for a directive'),
  'late-receipt': say('Xác nhận nhận văn bản chậm', 'Receipt confirmed late'),
  'unassigned-step': say('Chưa phân công người chịu trách nhiệm', 'Nobody named for the step'),
  inaction: say('Nhiều ngày làm việc không có thao tác', 'No act for many working days'),
  'refused-processing': say('Từ chối xử lý', 'Refused to process'),
  'refused-assignment': say('Không nhận phân công', 'Refused an assignment'),
  'human-finding': say('Kết luận của người có thẩm quyền', 'Finding made by people'),
  'repeated-supplement': say('Yêu cầu bổ sung hồ sơ nhiều lần', 'Papers asked of the citizen again'),
  'missing-apology': say('Trả kết quả chậm chưa có phiếu xin lỗi', 'Late result without apology slip'),
  'unanswered-recommendation': say('Chưa trả lời kiến nghị', 'Recommendation without reply'),
  'unsubmitted-recommendation': say('Chưa trình nội dung kiến nghị', 'Recommendation not submitted'),
  'unreported-recommendation': say('Chưa báo cáo kiến nghị quá hạn', 'Overdue recommendation not reported'),
};

export const mitigationTexts: Readonly<Record<MitigationKind, Wording>> = {
  'invalid-request': say('Văn bản xin ý kiến không hợp lệ', 'Request was invalid'),
  'upstream-delay': say('Nhận muộn từ khâu trước', 'Delay before it arrived'),
  'clock-stopped': say('Có thời gian nơi khác giữ', 'Others held it for part of the time'),
  leave: say('Đang nghỉ phép', 'On leave'),
  'acting-period': say('Đang quyền, phụ trách', 'Acting in the post'),
  'granted-extension': say('Đã được gia hạn', 'Extension was granted'),
  'written-objection': say('Đã có ý kiến phản đối bằng văn bản', 'Objected in writing'),
  'rule-not-disseminated': say('Quy định chưa được quán triệt tại đơn vị', 'Rule never made known in the unit'),
  inherited: say('Việc có từ người hoặc đơn vị tiền nhiệm', 'Began under a predecessor'),
  'direction-from-above': say('Theo chỉ đạo của cấp trên', 'Directed from above'),
  'reason-accepted': say('Lý do chính đáng đã được chấp nhận', 'Reason accepted'),
  'obstacle-reported': say('Đã báo cáo vướng mắc trước hạn', 'Obstacle reported in time'),
  'sender-own-delay': say('Bên gửi cũng chậm', 'The sender itself was late'),
  'revoked-afterwards': say('Việc thu hồi ủy quyền ghi sổ sau việc này', 'Revocation entered after the act'),
  contested: say('Đang có ý kiến không đồng ý với đánh giá', 'Assessment contested'),
  'calendar-uncertain': say('Lịch làm việc có ngày chưa chắc chắn', 'Calendar not certain of a day'),
};

export const measureTexts: Readonly<Record<Measure, Wording>> = {
  'opinions-on-time': say('Ý kiến đúng hạn', 'Opinions on time'),
  'dossiers-on-time': say('Hồ sơ đúng hạn', 'Dossiers on time'),
  'first-pass': say('Hồ sơ trình đạt ngay lần đầu', 'Submissions conforming at the first look'),
  'tasks-on-time': say('Nhiệm vụ đúng hạn', 'Tasks on time'),
};
