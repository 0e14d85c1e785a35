import { expect, it } from '@jest/globals';
import { deliver, judge, request, story, typesOf } from '../../../../../test/fixtures/domain/consultation.ts';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';

const registering = (registeredAt: string) => typesOf(judge(story({ ...deliver, registeredAt }, request)));

it('R15 registers a request between its sending and the confirmation', () => {
  expect(registering(hour(0))).toEqual(['delivered']);
  expect(registering(hour(2))).toEqual(['delivered']);
  expect(registering(hour(-1))).toEqual(['consultation.registered-outside']);
  expect(registering(hour(3))).toEqual(['consultation.registered-outside']);
});

it('R15 registers it once', () => {
  const again = { ...deliver, at: hour(9), registeredAt: hour(8) };
  expect(typesOf(judge(story(again, request, deliver)))).toEqual(['consultation.already-delivered']);
});
