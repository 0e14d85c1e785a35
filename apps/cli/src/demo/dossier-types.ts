import type { DossierType } from './dossier-type.ts';
import { officeDossierTypes } from './office-dossier-types.ts';
import { worksDossierTypes } from './works-dossier-types.ts';

export const dossierTypes: readonly DossierType[] = [...worksDossierTypes, ...officeDossierTypes];
