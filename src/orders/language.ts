export { languageCode } from '../shared/language-code';
