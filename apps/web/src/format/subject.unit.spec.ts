import { expect, it } from '@jest/globals';
import { splitSubject } from './subject.ts';

it('splits a stream into what it is about and its id, whatever the id is made of', () => {
  expect(splitSubject('consultation-YK-2025-1')).toEqual({ category: 'consultation', id: 'YK-2025-1' });
  expect(splitSubject('dossier-HS-1')).toEqual({ category: 'dossier', id: 'HS-1' });
  expect(splitSubject('something-new')).toEqual({ category: null, id: 'something-new' });
});
