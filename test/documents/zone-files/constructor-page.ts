/** The page of Yandex Maps that shows a map of Constructor, as far as it is read. */
export const constructorPage = (userMap: object | null): string =>
  '<!DOCTYPE html><html lang="ru"><head><title>Яндекс Карты</title>' +
  '<script src="https://yastatic.net/a.js"></script></head><body>' +
  '<a href="https://passport.yandex.ru/auth">Войти</a>' +
  `<script type="application/json" class="state-view">${JSON.stringify({ config: { query: {}, ...(userMap && { userMap }) } })}</script>` +
  '<script>start("</div>")</script></body></html>';
