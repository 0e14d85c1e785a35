import { describe, expect, it } from '@jest/globals';
import { subjectRule, subjectsOf } from './subjects-of.ts';

const inData = (data: unknown, type: unknown = 'x.y'): readonly string[] => subjectsOf({ stream: 'a-b', type, data });

describe('the subjects of an event', () => {
  it('are by rule 1, under which maps are recorded, and by no other, these', () => {
    const envelope = {
      stream: 'directive-cd-1',
      type: 'directive.issued',
      actor: { kind: 'officer', id: 'cb-1' },
      unit: 'so-a',
      data: {
        issuer: 'so-b',
        parentTaskId: 'nv-1',
        attendees: ['cb-2', 'cb-3'],
        holder: { kind: 'account', id: 'm-1' },
      },
    };
    expect([subjectRule, subjectsOf(envelope)]).toEqual([
      1,
      [
        'account:m-1',
        'directive:cd-1',
        'officer:cb-1',
        'officer:cb-2',
        'officer:cb-3',
        'task:nv-1',
        'unit:so-a',
        'unit:so-b',
      ],
    ]);
  });

  it.each([
    ['the stream before the first colon', 'dossier-hs-1:3', ['a:b', 'dossier:hs-1']],
    ['whatever colons follow', 'dossier-hs-1:3:4', ['a:b', 'dossier:hs-1']],
    ['nobody when there is no colon', 'dossier-hs-1', ['a:b']],
    ['nobody when nothing stands before it', ':3', ['a:b']],
  ])('are of an incident %s', (_, incident, subjects) => {
    expect(inData({ incident })).toEqual(subjects);
  });

  it.each([
    ['of another kind', { kind: 'unit', id: 'so-a' }],
    ['of no kind', { id: 'cb-1' }],
    ['without an id', { kind: 'officer' }],
    ['with an id of no letter', { kind: 'account', id: '' }],
    ['with a number for its id', { kind: 'officer', id: 7 }],
    ['with a list for its id', { kind: 'officer', id: ['cb-1'] }],
  ])('hold no party %s, neither who acted nor in the data', (_, party) => {
    expect(subjectsOf({ stream: 'a-b', type: 'x.y', actor: party, data: { holder: party } })).toEqual(['a:b']);
  });

  it('hold nobody without a name', () => {
    const data = { officerId: '', attendees: ['', 'cb-1'], concerns: '', unitId: null, dossierId: 7, taskId: true };
    expect(subjectsOf({ stream: '', type: 'x.y', unit: '', data })).toEqual(['officer:cb-1']);
  });

  it.each([[undefined], [null], [7], [['directive.issued']]])('are found in an event of the type %j too', (type) => {
    expect(inData({ issuer: 'so-b', unit: 'so-a' }, type)).toEqual(['a:b', 'unit:so-a']);
  });
});
