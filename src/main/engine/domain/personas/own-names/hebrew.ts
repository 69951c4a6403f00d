import type { OwnNames } from './own-names.ts'

export const hebrew: OwnNames = {
  women: `
    Abigail Adi Adina Ahuva Alma Aliza Alona Anat Ariel Ariela Aviva Avital Aya Ayala Ayelet
    Bat-El Batya Bracha Carmel Carmit Chana Chaya Dafna Dalia Dana Daniela Devorah Dikla
    Dina Dorit Edna Efrat Einat Ela Elinor Emuna Ester Galia Galit Gila Hadar Hadas Hagar
    Hagit Hila Idit Ilana Ilanit Inbal Inbar Irit Karin Keren Lea Leah Lihi Lilach Limor
    Lior Liora Liron Maayan Maya Mazal Meirav Merav Michal Mika Miriam Moran Naama Naomi
    Nava Neta Nili Nira Nitza Noa Noga Nofar Nurit Ofra Orit Orly Ornit Osnat Penina Rachel
    Rakefet Reut Revital Rina Rinat Rivka Ronit Roni Ruth Sagit Sapir Sara Sarit Shani
    Sharon Shir Shira Shirly Shlomit Shoshana Shulamit Sigal Sigalit Simcha Sivan Smadar
    Talia Tali Tamar Tehila Tirza Tova Tzipora Tzofia Vered Yael Yafit Yardena Yehudit Yifat
    Yocheved Zahava Ziva
  `,
  men: `
    Aharon Ami Amichai Amir Amit Amnon Amos Ari Arik Arnon Aryeh Asaf Asher Avi Aviad Aviv
    Avigdor Avihai Avishai Avner Avraham Baruch Ben Benny Binyamin Boaz Chaim Dan Dani
    Daniel David Dor Doron Dov Dror Dvir Efraim Ehud Eitan Elad Elazar Eli Eliezer Eliyahu
    Erez Eyal Gabi Gad Gadi Gal Gershon Gideon Gil Gilad Guy Haim Hanan Harel Hillel Idan
    Ido Ilan Itai Itamar Itzik Kobi Lior Liran Maor Matan Meir Menachem Micha Michael
    Mordechai Moshe Moti Nadav Nahum Natan Nathan Nehemia Nimrod Nir Nissim Noam Ofer Ofir
    Ohad Omer Omri Or Oren Ori Pinchas Rafi Ram Rami Reuven Ron Ronen Roee Sagi Sasson Shai
    Shalom Shaul Shimon Shlomi Shlomo Shmuel Simcha Tal Tamir Tomer Tuvia Tzachi Tzvi Uri
    Uriel Uzi Yaakov Yair Yaniv Yaron Yehonatan Yehuda Yigal Yiftach Yishai Yisrael Yitzhak
    Yoav Yoel Yona Yonatan Yoni Yosef Yossi Yotam Yuval Zeev Zohar Zvi
  `,
  families: `
    Abargil Abergel Abitbol Aboudi Abutbul Alfasi Alkalai Almog Alon Altman Amar Amir
    Amsalem Arad Arbel Ashkenazi Assulin Atias Attias Avital Avni Avraham Azoulay Bachar
    Barak Barkan Bar-Lev Baruch Ben-Ami Ben-Ari Ben-David Ben-Haim Ben-Shimon Ben-Yosef
    Benita Berger Berkovich Biton Bitton Blau Bloch Brenner Buzaglo Carmi Carmon Cohen Dadon
    Dagan Dahan Danino Danon David Dayan Deri Dror Edri Efrati Elbaz Eldar Elkayam Eliyahu
    Elmaliach Epstein Eyal Feldman Fischer Fishman Fogel Frenkel Fridman Friedman Gabay
    Gabbay Gal Ganon Gefen Geva Gilboa Glazer Gold Goldberg Goldman Goldstein Golan Goren
    Green Greenberg Gross Gutman Hadad Haddad Halevi Harari Harel Hayat Hazan Heller
    Hershkovitz Hoffman Horowitz Ilan Kadosh Kagan Kahana Kahlon Kaminsky Kaplan Karmi Katz
    Kedem Keinan Klein Koren Kramer Lahav Landau Lavi Levi Levin Levy Lifshitz Lev Livne
    Magen Malka Maman Mandel Margalit Maor Meir Mendel Meshulam Michaeli Milstein Mizrachi
    Mizrahi Mor Moreno Nachmias Nahum Naor Nir Nissim Ohana Ohayon Ophir Oren Or Oz Paz
    Peled Peretz Peri Pinto Raz Regev Revivo Rosen Rosenberg Rosenthal Rotem Rubin Saadon
    Sabag Sade Salomon Samuel Sasson Schwartz Segal Segev Sela Shachar Shaham Shalev Shalom
    Shamir Shapira Shapiro Sharabi Sharon Shavit Sheffer Shemesh Shmueli Shohat Shoshan
    Siboni Simhon Stein Stern Suissa Swissa Tal Tamir Tayar Toledano Tzur Uzan Vaknin Vardi
    Weiss Weinberg Wolf Yaakov Yadin Yosef Yona Zohar Zilber Zur
  `,
}
