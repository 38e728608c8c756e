/** A venue of the invented chain (iiko: terminal group). Its delivery zones lie around it. */
export type VenueFacts = Readonly<{
  name: string;
  address: string;
  latitude: number;
  longitude: number;
  region: string;
  posVersion: string;
  /** Old cash registers: they still say ReadyForCooking and know no processed payments. */
  legacy: boolean;
  roundTheClock: boolean;
  /** Share of the city's orders. */
  share: number;
  /** Names of the zones: the middle one, then north-east, north-west, south-west, south-east. */
  zones: readonly [string, string, string, string, string];
  streets: readonly string[];
}>;

/** A city with its organization. Its zone knows no summer time, so the offset is constant. */
export type CityFacts = Readonly<{
  organization: string;
  code: string;
  city: string;
  zone: string;
  offsetHours: number;
  share: number;
  phoneCode: string;
  inn: string;
  addressFormat: 'Legacy' | 'City';
  marketingSourceRequired: boolean;
  venues: readonly VenueFacts[];
}>;

const TAGANKA: VenueFacts = {
  name: 'Таганка',
  address: 'Москва, Таганская ул., 31',
  latitude: 55.7398,
  longitude: 37.6655,
  region: 'Таганский район',
  posVersion: '9.4.6019.0',
  legacy: false,
  roundTheClock: true,
  share: 0.56,
  zones: ['Таганка', 'Лефортово', 'Покровка', 'Замоскворечье', 'Южнопортовый'],
  streets: [
    'Таганская улица',
    'Красноказарменная улица',
    'улица Покровка',
    'Пятницкая улица',
    'Шарикоподшипниковская улица',
    'Марксистская улица',
    'Солдатская улица',
    'улица Земляной Вал',
    'Новокузнецкая улица',
    'Велозаводская улица',
    'Воронцовская улица',
    'Авиамоторная улица',
    'Большой Казённый переулок',
    'Дубининская улица',
    'улица Мельникова',
    'улица Большие Каменщики',
    'шоссе Энтузиастов',
    'Подсосенский переулок',
    'улица Бахрушина',
    '1-я Дубровская улица',
  ],
};

const SOKOL: VenueFacts = {
  name: 'Сокол',
  address: 'Москва, Ленинградский пр-т, 74',
  latitude: 55.8052,
  longitude: 37.5152,
  region: 'район Сокол',
  posVersion: '9.4.6019.0',
  legacy: false,
  roundTheClock: false,
  share: 0.44,
  zones: ['Сокол', 'Коптево', 'Войковский', 'Щукино', 'Аэропорт'],
  streets: [
    'Ленинградский проспект',
    'улица Зои и Александра Космодемьянских',
    'улица Космонавта Волкова',
    'улица Маршала Василевского',
    'Часовая улица',
    'улица Алабяна',
    'Большая Академическая улица',
    'Ленинградское шоссе',
    'улица Маршала Бирюзова',
    'Планетная улица',
    'Песчаная улица',
    'улица Приорова',
    'улица Клары Цеткин',
    'улица Рогова',
    'улица Черняховского',
    'улица Луиджи Лонго',
    'Михалковская улица',
    '2-й Войковский проезд',
    'улица Максимова',
    'улица Лизы Чайкиной',
  ],
};

const EKB_CENTRE: VenueFacts = {
  name: 'Малышева',
  address: 'Екатеринбург, ул. Малышева, 53',
  latitude: 56.8348,
  longitude: 60.6122,
  region: 'Октябрьский район',
  posVersion: '8.9.7045.0',
  legacy: false,
  roundTheClock: false,
  share: 0.6,
  zones: ['Центр', 'Шарташский рынок', 'Вокзальный', 'Юго-Западный', 'Парковый'],
  streets: [
    'улица Малышева',
    'Восточная улица',
    'улица Свердлова',
    'Московская улица',
    'улица Луначарского',
    'улица Куйбышева',
    'улица Мамина-Сибиряка',
    'улица Челюскинцев',
    'улица Шейнкмана',
    'улица Белинского',
    'проспект Ленина',
    'улица Бажова',
    'улица Испанских Рабочих',
    'улица Хохрякова',
    'улица Декабристов',
    'улица 8 Марта',
    'Шарташская улица',
    'улица Азина',
    'улица Сакко и Ванцетти',
    'улица Чапаева',
  ],
};

const EKB_ACADEMIC: VenueFacts = {
  name: 'Академический',
  address: 'Екатеринбург, пр-т Академика Сахарова, 39',
  latitude: 56.7878,
  longitude: 60.5196,
  region: 'Академический район',
  posVersion: '7.5.8056.0',
  legacy: true,
  roundTheClock: false,
  share: 0.4,
  zones: ['Академический', 'Широкая Речка', 'Мичуринский', 'Солнечный', 'УНЦ'],
  streets: [
    'проспект Академика Сахарова',
    'улица Соболева',
    'улица Мичурина',
    'улица Чемпионов',
    'улица Амундсена',
    'улица Вильгельма де Геннина',
    'улица Суходольская',
    'улица Хрустальногорская',
    'улица Лучистая',
    'улица Начдива Онуфриева',
    'улица Краснолесья',
    'улица Удельная',
    'улица Мостовая',
    'улица Счастливая',
    'улица Академика Вонсовского',
    'улица Павла Шаманова',
    'улица Муранитная',
    'улица Окраинная',
    'улица Весёлая',
    'улица Рябинина',
  ],
};

const NSK: VenueFacts = {
  name: 'Красный проспект',
  address: 'Новосибирск, Красный пр-т, 50',
  latitude: 55.0335,
  longitude: 82.9205,
  region: 'Центральный район',
  posVersion: '9.1.4012.0',
  legacy: false,
  roundTheClock: false,
  share: 1,
  zones: ['Площадь Ленина', 'Берёзовая роща', 'Заельцовский', 'Железнодорожный', 'Октябрьский'],
  streets: [
    'Красный проспект',
    'улица Гоголя',
    'улица Дуси Ковальчук',
    'Вокзальная магистраль',
    'улица Кирова',
    'улица Советская',
    'улица Кошурникова',
    'улица Линейная',
    'улица Челюскинцев',
    'улица Восход',
    'улица Ленина',
    'проспект Дзержинского',
    'улица Нарымская',
    'улица Урицкого',
    'улица Никитина',
    'улица Фрунзе',
    'улица Трикотажная',
    'улица Плановая',
    'улица Димитрова',
    'улица Сакко и Ванцетти',
  ],
};

/** The three cities of the chain; the zones are real, the restaurants are not. */
export const CITIES: readonly CityFacts[] = [
  {
    organization: 'Тесто и Рис Москва',
    code: 'MSK',
    city: 'Москва',
    zone: 'Europe/Moscow',
    offsetHours: 3,
    share: 0.46,
    phoneCode: '7',
    inn: '7700000016',
    addressFormat: 'Legacy',
    marketingSourceRequired: false,
    venues: [TAGANKA, SOKOL],
  },
  {
    organization: 'Тесто и Рис Урал',
    code: 'EKB',
    city: 'Екатеринбург',
    zone: 'Asia/Yekaterinburg',
    offsetHours: 5,
    share: 0.34,
    phoneCode: '7',
    inn: '6600000012',
    addressFormat: 'Legacy',
    marketingSourceRequired: false,
    venues: [EKB_CENTRE, EKB_ACADEMIC],
  },
  {
    organization: 'Тесто и Рис Сибирь',
    code: 'NSK',
    city: 'Новосибирск',
    zone: 'Asia/Novosibirsk',
    offsetHours: 7,
    share: 0.2,
    phoneCode: '7',
    inn: '5400000019',
    addressFormat: 'City',
    marketingSourceRequired: true,
    venues: [NSK],
  },
];
