import { guideModel } from '../../models/guide-model';

/** The guide as it follows from the declarations, worked out when the page is built. */
export const guide = guideModel();
