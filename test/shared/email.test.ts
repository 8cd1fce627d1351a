import { expect, test } from 'vitest';
import { normaliseEmail } from '../../src/shared/email';

test.each([
  ['dana.levi@mail.example', 'dana.levi@mail.example'],
  [' Dana.Levi@Mail.Example ', 'dana.levi@mail.example'],
  ['\u200fdana@mail.example\u00a0', 'dana@mail.example'],
  ['da\u200bna@mail.example', 'dana@mail.example'],
  ["o'dell@shop.example", "o'dell@shop.example"],
  ['jo+wine@mail.example', 'jo+wine@mail.example'],
  ['j.o@mail.example', 'j.o@mail.example'],
  ['idn@ドメイン.example', 'idn@ドメイン.example'],
  ['דנה@דוגמה.example', 'דנה@דוגמה.example'],
  ['müller@größe.example', 'müller@größe.example'],
  ['a_b-c/d=e!f#g@mail.example', 'a_b-c/d=e!f#g@mail.example'],
  ['"odd name"@mail.example', '"odd name"@mail.example'],
  ['x@sub.sub.mail.example', 'x@sub.sub.mail.example'],
  ['x@xn--9caa.example', 'x@xn--9caa.example'],
  ['x@1and1.example', 'x@1and1.example'],
])('%j is the address %s', (written, address) => {
  expect(normaliseEmail(written)).toBe(address);
});

test.each([
  '',
  'dana',
  'two@@mail.example',
  'a@b@mail.example',
  'spa ce@mail.example',
  'comma,in@mail.example',
  'dot.@mail.example',
  '.dot@mail.example',
  'two..dots@mail.example',
  '@mail.example',
  'dana@',
  'dana@mail',
  'dana@mail.e',
  'dana@mail.123',
  'dana@.example',
  'dana@mail..example',
  'dana@-mail.example',
  'dana@mail-.example',
  'dana@mail_box.example',
  'dana@[192.0.2.1]',
  'Dana Levi <dana@mail.example>',
  'dana@mail.example, noa@mail.example',
  'dana@mail.example;noa@mail.example',
  'dana@mail.example noa@mail.example',
  'mailto:',
  `${'x'.repeat(65)}@mail.example`,
  `x@${'mail.'.repeat(60)}example`,
])('%j is no one address', (written) => {
  expect(normaliseEmail(written)).toBeNull();
});
