import type { OwnNames } from './own-names.ts'

export const japanese: OwnNames = {
  women: `
    Ai Airi Akane Akemi Aki Akiko Ami Anna Aoi Arisa Asami Asuka Atsuko Aya Ayaka Ayako
    Ayame Ayano Ayumi Chie Chieko Chihiro Chika Chinatsu Chiyo Emi Emiko Eri Erika Etsuko
    Fumiko Hana Hanako Haruka Haruko Haruna Hatsue Hikari Hina Hiroko Hiromi Hisako Hitomi
    Honoka Izumi Junko Kaede Kana Kanako Kaori Kazuko Kazumi Keiko Kiyoko Kumiko Kyoko
    Machiko Madoka Mai Maiko Maki Makiko Mami Mana Manami Mari Mariko Masako Masami Mayu
    Mayumi Megumi Michiko Midori Miho Mika Miki Minako Misaki Mitsuko Miwa Miyuki Mizuki
    Momoka Momoko Mutsumi Nana Nanami Naoko Naomi Narumi Natsuki Natsuko Noriko Reiko Rie
    Rika Riko Rina Rumi Ryoko Sachiko Saki Sakura Satoko Sayaka Sayuri Setsuko Shiho Shizuka
    Sumire Tamiko Tomoko Tomomi Toshiko Yasuko Yoko Yoshiko Yui Yuka Yukari Yuki Yukiko Yuko
    Yumi Yumiko Yuna Yuri Yuriko
  `,
  men: `
    Akihiko Akihiro Akio Akira Arata Atsushi Daichi Daiki Daisuke Eiji Eita Fumio Genta Goro
    Hajime Haruki Haruto Hayato Hideaki Hideki Hideo Hideyuki Hikaru Hiroaki Hiroki Hiroshi
    Hiroto Hiroyuki Hisashi Isamu Isao Jiro Jun Junichi Junya Kaito Katsumi Katsuya Kazuhiko
    Kazuhiro Kazuki Kazuo Kazuya Kei Keiichi Keisuke Keita Ken Kenichi Kenji Kenta Kento
    Kiyoshi Koichi Koji Kosuke Kota Kunio Makoto Manabu Mamoru Masahiko Masahiro Masaki
    Masanori Masao Masaru Masashi Masato Masaya Masayuki Michio Minoru Mitsuo Mitsuru Motoki
    Naoki Naoto Naoya Nobuo Nobuyuki Noboru Norio Osamu Ren Rikuto Ryo Ryohei Ryoichi
    Ryosuke Ryota Ryuichi Ryuji Saburo Satoru Satoshi Seiichi Seiji Shigeo Shigeru Shin
    Shingo Shinichi Shinji Shinya Sho Shohei Shota Shun Shunsuke Sota Susumu Tadao Tadashi
    Taichi Takahiro Takanori Takao Takashi Takayuki Takeo Takeshi Takuma Takumi Takuya Taro
    Tatsuya Teruo Tetsuo Tetsuya Tomohiro Tomoya Toru Toshiaki Toshio Toshiyuki Tsubasa
    Tsutomu Tsuyoshi Wataru Yasuhiro Yasuo Yoichi Yoshiaki Yoshihiro Yoshio Yosuke Yota
    Yudai Yuichi Yuji Yukio Yusuke Yuta Yutaka Yuto Yuya
  `,
  families: `
    Abe Adachi Akiyama Ando Aoki Aoyama Arai Araki Asai Asano Baba Chiba Doi Endo Enomoto
    Fujii Fujimoto Fujisawa Fujita Fujiwara Fukuda Fukui Fukushima Furukawa Furuta Goto
    Hamada Hamamoto Hara Harada Hasegawa Hashimoto Hatano Hattori Hayakawa Hayashi Higuchi
    Hirai Hirano Hirata Hirose Hiroto Homma Honda Hori Horie Horiuchi Hoshino Ichikawa
    Igarashi Iida Ikeda Ikegami Imai Imamura Inagaki Inoue Ishida Ishiguro Ishihara Ishii
    Ishikawa Ishimoto Ishizuka Ito Iwai Iwamoto Iwasaki Iwata Kamata Kaneda Kaneko Kanno
    Kato Katayama Kawabata Kawada Kawaguchi Kawai Kawakami Kawamura Kawano Kawasaki
    Kawashima Kikuchi Kimura Kinoshita Kishi Kitagawa Kitamura Kobayashi Koga Kojima Kondo
    Konishi Kono Koyama Kubo Kubota Kudo Kumagai Kuroda Kurokawa Maeda Maruyama Masuda
    Matsuda Matsui Matsumoto Matsumura Matsuo Matsuoka Matsushita Miki Minami Miura Miyagi
    Miyake Miyamoto Miyazaki Miyazawa Mizuno Mochizuki Mori Morimoto Morita Moriyama
    Murakami Murata Murayama Nagai Nagano Nagasawa Nagata Naito Nakagawa Nakahara Nakai
    Nakajima Nakamura Nakanishi Nakano Nakashima Nakata Nakayama Narita Nishi Nishida
    Nishikawa Nishimura Nishiyama Noda Noguchi Nomura Noto Ochiai Oda Ogawa Ogura Ohashi
    Ohno Oishi Okada Okamoto Okamura Okazaki Okubo Okuda Omori Onishi Ono Osawa Ota Otani
    Otsuka Oyama Ozaki Ozawa Saeki Saito Sakai Sakamoto Sakata Sakurai Sano Sasaki Sato
    Sawada Seki Shibata Shimada Shimizu Shimura Shinohara Shiraishi Sugawara Sugimoto Sugita
    Sugiyama Sumida Suzuki Tachibana Taguchi Takada Takagi Takahashi Takano Takashima
    Takayama Takeda Takeuchi Tamura Tanabe Tanaka Tani Taniguchi Tashiro Terada Toda
    Tominaga Toyoda Tsuchiya Tsuda Tsuji Uchida Ueda Ueno Uemura Umeda Wada Watanabe Yagi
    Yamada Yamagishi Yamaguchi Yamamoto Yamamura Yamanaka Yamashita Yamauchi Yamazaki Yano
    Yasuda Yokota Yokoyama Yoshida Yoshikawa Yoshimura Yoshioka
  `,
}
