import { expect, it } from '@jest/globals';
import { officeFacts } from '../../../../../test/fixtures/domain/office.ts';
import { obstacleChannel, reportUpward } from './reported-to-above.ts';

it('R08 takes the committee, and the body under it that passes obstacles on', () => {
  expect(obstacleChannel('ubnd', 'sxd', officeFacts())).toBeNull();
  expect(obstacleChannel('snv', 'sxd', officeFacts())).toBeNull();
});

it('R08 refuses oneself and those below', () => {
  expect(obstacleChannel('sxd', 'sxd', officeFacts())?.code).toBe('obstacle.channel-not-above');
  expect(obstacleChannel('sxd-qh', 'sxd', officeFacts())?.code).toBe('obstacle.channel-not-above');
  expect(obstacleChannel('sxd-qh', 'sxd', officeFacts(true))).toBeNull();
});

it('R29 R30 report to who stands above, not to who stands beside', () => {
  expect(reportUpward('ubnd', 'vp', officeFacts())).toBeNull();
  expect(reportUpward('snv', 'vp', officeFacts())?.code).toBe('report.not-upward');
  expect(reportUpward('snv', 'vp', officeFacts(true))).toBeNull();
});
