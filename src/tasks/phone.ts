import { uriPart } from '../shared/uri';

/**
 * The number in international form, digits only, as wa.me and tel: links need it; null where the text is no phone.
 * A leading `+` or `00` says that the country code is there; a leading 0 is the trunk prefix that the country code
 * replaces; a bare national number (9 digits or fewer) gets the country code.
 */
export function internationalDigits(phone: string | null, countryCode: string): string | null {
  if (phone === null) return null;
  // Some people write the trunk zero in brackets behind the country code: +972 (0)50 …
  const tidied = phone.replace(/\(0\)/g, '').trim();
  const digits = tidied.replace(/\D/g, '');
  const international = tidied.startsWith('+')
    ? digits
    : digits.startsWith('00')
      ? digits.slice(2)
      : digits.startsWith('0')
        ? countryCode + digits.slice(1)
        : digits.startsWith(countryCode) && digits.length > 9
          ? digits
          : digits.length <= 9
            ? countryCode + digits
            : digits;
  const trunk = international.startsWith(`${countryCode}0`) ? countryCode + international.slice(countryCode.length + 1) : international;
  // E.164: at most 15 digits; fewer than 8 is an extension or a slip.
  return trunk.length >= 8 && trunk.length <= 15 ? trunk : null;
}

/** A WhatsApp link that opens the chat with the message filled in. */
export const whatsAppLink = (digits: string, message: string): string =>
  `https://wa.me/${digits}?text=${uriPart(message)}`;
