# Toutes les phrases du programme, en français, avec les termes de l’interface française d’Alma.
# Les numéros de colonne et de ligne comptent à partir de 1, comme dans les éditeurs de texte.

# Les mots du métier
mode-loan = Prêt
mode-return = Retour
field-borrower = Emprunteur
field-item = Code-barres de l’exemplaire
field-borrower-hint = Scannez la carte de l’emprunteur
field-item-hint = Scannez l’exemplaire
choose-transaction = Choisir la transaction
kind-loan = Prêt
kind-return = Retour

# Boutons
command-loan = Prêt
command-return = Retour
command-end-borrower = Emprunteur suivant
command-save = Enregistrer
command-exit = Quitter
command-zoom-in = Plus grand
command-zoom-out = Plus petit
command-zoom-reset = Taille habituelle
button-exit-anyway = Quitter quand même
button-stay = Revenir au bureau de prêt
button-try-again = Réessayer
button-clock-right = L’heure est juste
button-close-message = Fermer

# Le bandeau
band-ready-loan = Prêt à prêter
band-ready-return = Prêt pour les retours
band-next-borrower = Scannez la carte de l’emprunteur.
band-next-item = Scannez l’exemplaire.
band-next-item-or-borrower = Scannez l’exemplaire suivant, ou { $key } pour changer d’emprunteur.
band-borrower = Emprunteur { $borrower }
band-borrower-ended = Emprunteur terminé
band-borrower-ended-items = { $items ->
    [0] Rien n’a été prêté à { $borrower }.
    [one] Un exemplaire prêté à { $borrower }.
   *[other] { $items } exemplaires prêtés à { $borrower }.
}
band-loan-pending = Prêt de { $item } …
band-loan-saved = Prêté : { $item }
band-return-pending = Retour de { $item } …
band-return-saved = Rendu : { $item }
band-to-borrower = à l’emprunteur { $borrower }
band-set-aside = Mis de côté : { $item }
band-set-aside-what = Sur cet ordinateur, pas encore dans OffCirc.dat. Continuez : il y sera transféré tout seul.
band-not-saved = Non enregistré : { $item }
band-not-saved-what = Il n’existe qu’à l’écran. Notez-le et laissez cette fenêtre ouverte.
band-refused = Refusé : { $text }
band-borrower-first = Rien n’est prêté : pas d’emprunteur
band-borrower-first-what = Scannez la carte de l’emprunteur, puis l’exemplaire de nouveau.
band-no-such-time = La date de l’ordinateur est impossible
band-no-such-time-what = Réglez l’horloge de l’ordinateur, puis scannez de nouveau.
items-lent = { $items ->
    [one] { $items } exemplaire prêté
   *[other] { $items } exemplaires prêtés
}

# Pourquoi un code-barres est refusé
barcode-empty = Le code-barres est vide.
barcode-too-long = Il a { $length } caractères ; le fichier en accepte 80. Scannez de nouveau.
barcode-control-character = Le caractère { $column } n’est ni lettre, ni chiffre, ni signe. Scannez de nouveau.
barcode-foreign-character = Le caractère { $column }, « { $character } », est impossible dans un code-barres. Scannez de nouveau.
barcode-outer-space = Le caractère { $column } est une espace au début ou à la fin. Scannez de nouveau.
barcode-double-space = Deux espaces se suivent à partir du caractère { $column }. Scannez de nouveau.

# La liste
list-empty = Rien n’a été scanné. Ce que vous scannez apparaît ici, le plus récent en haut.
list-time = Heure
list-kind = Type
list-item = Exemplaire
list-borrower = Emprunteur
list-state = État
state-pending = En cours …
state-saved = Enregistré
state-set-aside = De côté
state-not-saved = Non enregistré
state-earlier = Antérieur
row = { $time }, { $kind }, exemplaire { $item }, { $borrower ->
    [none] sans emprunteur
   *[other] emprunteur { $borrower }
}, { $state }

# La ligne du bas
status-in-file = { $count ->
    [one] { $count } transaction dans { $file }
   *[other] { $count } transactions dans { $file }
}
status-all-saved = Tout est enregistré
status-pending = { $count } en cours
status-set-aside = { $count } de côté
status-not-saved = { $count } non enregistrées
status-opening = Ouverture du dossier …

# Enregistrer
save-waiting = Attente de la fin des écritures …
save-all = { $count ->
    [0] Rien n’a été scanné pendant cette session : il n’y a rien à enregistrer.
    [one] L’unique transaction de cette session est dans { $file }.
   *[other] Les { $count } transactions de cette session sont dans { $file }.
}
save-missing = { $found } des { $count } transactions de cette session sont dans { $file }.
save-missing-what = { $missing ->
    [one] Une manque : voyez son état dans la liste. Quelqu’un a peut-être déplacé ou modifié le fichier.
   *[other] { $missing } manquent : voyez leur état dans la liste. Quelqu’un a peut-être déplacé ou modifié le fichier.
}
save-failed = Impossible de relire { $file }.

# Messages au-dessus des champs
folder-failed = Le dossier des données est inutilisable
folder-failed-what = Continuez à scanner : tout est gardé sur cet ordinateur et sera transféré tout seul.
trouble-no-space = Le disque est plein ({ $path }). Supprimez ou déplacez des fichiers.
trouble-not-allowed = Ce compte ne peut pas y écrire ({ $path }). Demandez le droit d’écriture à l’informatique, ou utilisez un autre dossier.
trouble-gone = Il n’est pas là ({ $path }). Branchez la clé USB, ou connectez le lecteur ou le partage.
trouble-busy = Un autre programme l’utilise ({ $path }). Fermez ce programme.
trouble-spool = Le dossier propre à cet ordinateur échoue aussi : { $trouble }
trouble-other = { $detail } ({ $path })
recovered = Une transaction a été coupée
recovered-what = L’ordinateur ou le programme s’est arrêté pendant l’écriture. Scannez-la de nouveau : { $text }
a-loan = prêt de { $item } à { $borrower }, { $time }
a-return = retour de { $item }, { $time }
recovered-empty-what = L’ordinateur s’est arrêté pendant l’écriture. Si le dernier exemplaire scanné n’est pas dans la liste, scannez-le de nouveau.
recovered-kept = Les octets sont gardés dans { $path }.
moved-over = { $count ->
    [one] Une transaction mise de côté est maintenant dans OffCirc.dat.
   *[other] { $count } transactions mises de côté sont maintenant dans OffCirc.dat.
}
elsewhere = Des transactions attendent un autre dossier
elsewhere-what = { $count ->
    [one] Une attend { $folder }.
   *[other] { $count } attendent { $folder }.
} Elles y seront transférées quand OffCirc sera lancé avec ce dossier. D’ici là, elles sont dans { $file }.
unreadable = { $count ->
    [one] Une ligne d’OffCirc.dat est illisible
   *[other] { $count } lignes d’OffCirc.dat sont illisibles
}
unreadable-what = Rien n’est perdu : elles restent telles quelles et le travail continue. Montrez-les à la personne qui chargera le fichier.
unreadable-line = Ligne { $line }, colonne { $column } : { $reason }
unreadable-more = … et { $count } autres.
unreadable-file = Impossible d’afficher ce qu’OffCirc.dat contenait déjà
unreadable-file-what = Les nouvelles transactions sont enregistrées malgré tout.
reason-ends-early = la ligne s’arrête trop tôt
reason-too-long = la ligne est trop longue ({ $length } octets)
reason-not-a-digit = un chiffre de la date ou de l’heure était attendu
reason-no-such-time = cette date et cette heure n’existent pas
reason-unknown-kind = L (prêt) ou R (retour) était attendu
reason-item = l’exemplaire n’est pas un code-barres
reason-no-borrower = le prêt n’a pas d’emprunteur
reason-borrower = l’emprunteur n’est pas un code-barres
reason-text-after-item = un retour n’a rien après son exemplaire

# L’horloge
clock-before-build = L’horloge de l’ordinateur est fausse
clock-before-build-what = Elle indique { $now }, mais ce programme date du { $built }.
clock-jumped = L’horloge de l’ordinateur a sauté
clock-jumped-forward-what = Elle a avancé de { $minutes } minutes. Si l’ordinateur était en veille, tout va bien.
clock-jumped-back-what = Elle a reculé de { $minutes } minutes.
clock-behind = L’horloge de l’ordinateur est peut-être fausse
clock-behind-what = Elle indique { $now }, mais la dernière transaction du fichier est du { $last }.
clock-how-windows = Alma en déduit les dates de retour. Pour la régler : clic droit sur l’horloge de la barre des tâches, « Ajuster la date et l’heure ».
clock-how-macos = Alma en déduit les dates de retour. Pour la régler : Réglages Système, Général, Date et heure.
clock-how-other = Alma en déduit les dates de retour. Réglez-la dans les paramètres de date et heure du système.

# Fermeture
close-title = Tout n’est pas dans OffCirc.dat
close-pending = { $count ->
    [one] Une transaction est en cours d’écriture. Elle serait perdue :
   *[other] { $count } transactions sont en cours d’écriture. Elles seraient perdues :
}
close-not-saved = { $count ->
    [one] Une transaction n’existe qu’à l’écran. Elle serait perdue :
   *[other] { $count } transactions n’existent qu’à l’écran. Elles seraient perdues :
}
close-set-aside = { $count ->
    [one] Une transaction est mise de côté sur cet ordinateur. Elle est en sûreté et ira dans OffCirc.dat au prochain démarrage d’OffCirc.
   *[other] { $count } transactions sont mises de côté sur cet ordinateur. Elles sont en sûreté et iront dans OffCirc.dat au prochain démarrage d’OffCirc.
}
close-more = … et { $count } autres.

# Une autre fenêtre
in-use = OffCirc est déjà ouvert
in-use-what = Le dossier { $folder } est ouvert dans une autre fenêtre depuis { $since } (utilisateur { $user }, ordinateur { $computer }). Travaillez-y, ou fermez-la et réessayez.
in-use-unknown = inconnu
no-folder = Aucun dossier pour OffCirc.dat
no-folder-what = Ce compte n’a pas de dossier à lui pour les données. Lancez OffCirc avec --data-dir et un dossier.

# Sans fenêtre
no-renderer = OffCirc ne peut pas ouvrir sa fenêtre : rien sur cet ordinateur ne peut la dessiner.
    Mettez à jour le pilote de la carte graphique, ou demandez-le à l’informatique. D’ici là, offcirc-cli enregistre sans fenêtre.
    { $causes }
crashed = OffCirc a échoué et doit être relancé. Tout ce qui était affiché comme enregistré l’est. Le rapport est dans { $path }.
crashed-unwritten = OffCirc a échoué et doit être relancé. Tout ce qui était affiché comme enregistré l’est. Aucun rapport n’a pu être écrit : { $why }

# offcirc-cli
cli-kind = la ligne ne commence ni par L ni par R
cli-fields-loan = un prêt a trois champs : L, emprunteur, exemplaire
cli-fields-return = un retour a deux champs : R, exemplaire
cli-not-text = la ligne n’est pas du texte en UTF-8
cli-borrower = emprunteur : { $reason }
cli-item = exemplaire : { $reason }
