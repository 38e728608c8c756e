const RUSSIAN = /^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/;

/** `+7 916 123-45-67`; masked and foreign numbers stay as they are. */
export function writePhone(phone: string): string {
  return phone.replace(RUSSIAN, '+7\u00A0$1\u00A0$2-$3-$4');
}
