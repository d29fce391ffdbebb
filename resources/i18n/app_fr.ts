<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message numerus="yes">
        <source>%n waiting post(s) will be taken back.</source>
        <translation>
            <numerusform>%Ln message en attente sera repris.</numerusform>
            <numerusform>%Ln messages en attente seront repris.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a practice account…</source>
        <translation>Ajouter un compte d’essai…</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>Add the account under which you speak about your work. To try things out first, add a practice account: nothing leaves this computer.</source>
        <translation>Ajoutez le compte sous lequel vous parlez de votre travail. Pour essayer d’abord, ajoutez un compte d’essai&#x202f;: rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Add {network}…</source>
        <translation>Ajouter {network}…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Its entries under “{entry}” in the keyring are wiped. To come back you need an app password again.</source>
        <translation>Ses entrées «&#x202f;{entry}&#x202f;» dans le trousseau sont effacées. Pour revenir, il vous faudra un nouveau mot de passe d’application.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>No longer signed in: reconnect it</source>
        <translation>N’est plus connecté&#x202f;: reconnectez-le</translation>
    </message>
    <message>
        <source>No personal account</source>
        <translation>Aucun compte personnel</translation>
    </message>
    <message>
        <source>No professional account yet</source>
        <translation>Pas encore de compte professionnel</translation>
    </message>
    <message>
        <source>Nobody expects one here. If you add one, it stays apart from your professional accounts: its own keyring entry, its own drafts.</source>
        <translation>Personne n’en attend ici. Si vous en ajoutez un, il reste à part de vos comptes professionnels&#x202f;: sa propre entrée dans le trousseau, ses propres brouillons.</translation>
    </message>
    <message>
        <source>Open the practice timeline</source>
        <translation>Ouvrir le fil d’essai</translation>
    </message>
    <message>
        <source>Personal accounts</source>
        <translation>Comptes personnels</translation>
    </message>
    <message>
        <source>Personal — here you speak as a private person. Nothing of your employer comes here unless you say so, each time.</source>
        <translation>Personnel — ici, vous parlez en votre nom propre. Rien de votre employeur n’y vient sans votre accord, à chaque fois.</translation>
    </message>
    <message>
        <source>Professional accounts</source>
        <translation>Comptes professionnels</translation>
    </message>
    <message>
        <source>Professional — here you speak as someone who works at your company, in your own words.</source>
        <translation>Professionnel — ici, vous parlez comme une personne qui travaille dans votre entreprise, avec vos propres mots.</translation>
    </message>
    <message>
        <source>Publish a post when you say so, and delete its own posts. It does not read your messages, your contacts or your timeline.</source>
        <translation>Publier un message quand vous le dites, et supprimer ses propres messages. Il ne lit ni vos messages privés, ni vos contacts, ni votre fil.</translation>
    </message>
    <message>
        <source>Put your posts on the practice timeline. Nothing leaves this computer.</source>
        <translation>Déposer vos messages sur le fil d’essai. Rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Reconnect…</source>
        <translation>Reconnecter…</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Retirer le compte</translation>
    </message>
    <message>
        <source>Remove {handle} from this computer?</source>
        <translation>Retirer {handle} de cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Signed in until you close the program</source>
        <translation>Connecté jusqu’à ce que vous fermiez le programme</translation>
    </message>
    <message>
        <source>They are yours: your employer neither sees nor controls them.</source>
        <translation>Ils sont à vous&#x202f;: votre employeur ne les voit ni ne les contrôle.</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Ce qu’il peut faire</translation>
    </message>
    <message>
        <source>What you published stays on {network}.</source>
        <translation>Ce que vous avez publié reste sur {network}.</translation>
    </message>
    <message>
        <source>Your drafts and your history stay here.</source>
        <translation>Vos brouillons et votre historique restent ici.</translation>
    </message>
    <message>
        <source>Your own life. Professional drafts cannot even see these accounts.</source>
        <translation>Votre vie à vous. Les brouillons professionnels ne voient même pas ces comptes.</translation>
    </message>
    <message>
        <source>in memory only, until you close the program (no keyring)</source>
        <translation>en mémoire seulement, jusqu’à ce que vous fermiez le programme (pas de trousseau)</translation>
    </message>
    <message>
        <source>in the keyring of this computer, under “{entry}”</source>
        <translation>dans le trousseau de cet ordinateur, sous «&#x202f;{entry}&#x202f;»</translation>
    </message>
    <message>
        <source>none is needed</source>
        <translation>rien à fournir</translation>
    </message>
    <message>
        <source>{characters} characters, {pictures} pictures of at most {size}</source>
        <translation>{characters} caractères, {pictures} images de {size} au plus</translation>
    </message>
    <message>
        <source>{handle} was removed here. {network} could not be told: withdraw the app password there.</source>
        <translation>{handle} est retiré d’ici. {network} n’a pas pu être prévenu&#x202f;: révoquez-y le mot de passe d’application.</translation>
    </message>
    <message>
        <source>{handle} was removed.</source>
        <translation>{handle} est retiré.</translation>
    </message>
    <message>
        <source>{network} is told that you sign out.</source>
        <translation>{network} est prévenu de votre déconnexion.</translation>
    </message>
    <message>
        <source>✓ Checked at {time}: the sign-in holds.</source>
        <translation>✓ Vérifié à {time}&#x202f;: la connexion tient.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n suggested wording(s)</source>
        <translation>
            <numerusform>%Ln formulation suggérée</numerusform>
            <numerusform>%Ln formulations suggérées</numerusform>
        </translation>
    </message>
    <message>
        <source>Opens {time}. You can prepare it now.</source>
        <translation>S’ouvre le {time}. Vous pouvez déjà préparer votre texte.</translation>
    </message>
    <message>
        <source>embargo</source>
        <translation>embargo</translation>
    </message>
    <message>
        <source>kept for later</source>
        <translation>gardée pour plus tard</translation>
    </message>
    <message>
        <source>locked until {date}</source>
        <translation>verrouillée jusqu’au {date}</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>pas encore lue</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <source>withdrawn by its source</source>
        <translation>retirée par sa source</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message numerus="yes">
        <source>%n pictures have no description</source>
        <translation>
            <numerusform>%Ln image n’a pas de description</numerusform>
            <numerusform>%Ln images n’ont pas de description</numerusform>
        </translation>
    </message>
    <message>
        <source>A description is too long for {network}</source>
        <translation>Une description est trop longue pour {network}</translation>
    </message>
    <message>
        <source>A link tracks its readers</source>
        <translation>Un lien suit ses lecteurs à la trace</translation>
    </message>
    <message>
        <source>A picture is too large for {network}</source>
        <translation>Une image est trop lourde pour {network}</translation>
    </message>
    <message>
        <source>A work suggestion on your personal account</source>
        <translation>Une suggestion du travail sur votre compte personnel</translation>
    </message>
    <message>
        <source>Nearly the company&apos;s own wording</source>
        <translation>Presque la formulation de l’entreprise</translation>
    </message>
    <message>
        <source>No account is chosen</source>
        <translation>Aucun compte n’est choisi</translation>
    </message>
    <message>
        <source>Not before {time}: the company asks you to wait</source>
        <translation>Pas avant le {time}&#x202f;: l’entreprise vous demande d’attendre</translation>
    </message>
    <message>
        <source>Nothing is written yet</source>
        <translation>Rien n’est encore écrit</translation>
    </message>
    <message>
        <source>The company has withdrawn this suggestion</source>
        <translation>L’entreprise a retiré cette suggestion</translation>
    </message>
    <message>
        <source>The company no longer proposes this: its time has passed</source>
        <translation>L’entreprise ne la propose plus&#x202f;: son temps est passé</translation>
    </message>
    <message>
        <source>The picture has no description</source>
        <translation>L’image n’a pas de description</translation>
    </message>
    <message>
        <source>Tracking removed from the link</source>
        <translation>Le pistage est retiré du lien</translation>
    </message>
    <message>
        <source>You do not say that you work there</source>
        <translation>Vous ne dites pas que vous y travaillez</translation>
    </message>
    <message>
        <source>You say that you work there</source>
        <translation>Vous dites que vous y travaillez</translation>
    </message>
    <message>
        <source>add “{sentence}”</source>
        <translation>ajouter «&#x202f;{sentence}&#x202f;»</translation>
    </message>
    <message>
        <source>at most {count} characters</source>
        <translation>{count} caractères au plus</translation>
    </message>
    <message>
        <source>colleagues&apos; posts in the same words look like a robot wrote them</source>
        <translation>des collègues qui publient les mêmes mots, on dirait un robot</translation>
    </message>
    <message>
        <source>describe it</source>
        <translation>la décrire</translation>
    </message>
    <message>
        <source>remove tracking</source>
        <translation>retirer le pistage</translation>
    </message>
    <message>
        <source>you will be asked, for this post only</source>
        <translation>la question vous sera posée, pour ce message seulement</translation>
    </message>
    <message>
        <source>{network} takes at most {count} pictures</source>
        <translation>{network} accepte au plus {count} images</translation>
    </message>
    <message>
        <source>{network}: {count} too many</source>
        <translation>{network}&#x202f;: {count} de trop</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Colours of the system</source>
        <translation>Couleurs du système</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>Go to {place}</source>
        <translation>Aller à&#x202f;: {place}</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Look for new suggestions</source>
        <translation>Chercher de nouvelles suggestions</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Montrer toutes les touches</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Annuler la dernière décision</translation>
    </message>
    <message>
        <source>Write something of my own, as a professional</source>
        <translation>Écrire mon propre message, à titre professionnel</translation>
    </message>
    <message>
        <source>Write something of my own, as myself</source>
        <translation>Écrire mon propre message, à titre personnel</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <comment>seconds since saving</comment>
        <translation>
            <numerusform>il y a %Ln&#xa0;s</numerusform>
            <numerusform>il y a %Ln&#xa0;s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) to take it back</source>
        <translation>
            <numerusform>%Ln seconde pour le reprendre</numerusform>
            <numerusform>%Ln secondes pour le reprendre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%Ln version</numerusform>
            <numerusform>%Ln versions</numerusform>
        </translation>
    </message>
    <message>
        <source>A way to make it yours</source>
        <translation>Pour en faire votre texte</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>Ajouter un lien</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Ajouter une image</translation>
    </message>
    <message>
        <source>Add a picture…</source>
        <translation>Ajouter une image…</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Address of the link to share</source>
        <translation>Adresse du lien à partager</translation>
    </message>
    <message>
        <source>As it will look on {network}</source>
        <translation>Tel qu’il paraîtra sur {network}</translation>
    </message>
    <message>
        <source>Back to the drafts</source>
        <translation>Retour aux brouillons</translation>
    </message>
    <message>
        <source>Back to the drafts (Esc)</source>
        <translation>Retour aux brouillons (Échap)</translation>
    </message>
    <message>
        <source>Before you publish</source>
        <translation>Avant de publier</translation>
    </message>
    <message>
        <source>Beside the text</source>
        <translation>À côté du texte</translation>
    </message>
    <message>
        <source>Bring this text back</source>
        <translation>Rétablir ce texte</translation>
    </message>
    <message>
        <source>Choose an account above: here you see how it will look there.</source>
        <translation>Choisissez un compte ci-dessus&#x202f;: vous verrez ici l’allure de votre message.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Colleagues&apos; posts in the same words look like a robot wrote them: start from a question instead.</source>
        <translation>Des collègues qui publient les mêmes mots, on dirait un robot&#x202f;: partez plutôt d’une question.</translation>
    </message>
    <message>
        <source>Compare with the suggestion: {state}</source>
        <translation>Comparer avec la suggestion&#x202f;: {state}</translation>
    </message>
    <message>
        <source>Description of picture {number}</source>
        <translation>Description de l’image {number}</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Versions précédentes</translation>
    </message>
    <message>
        <source>Earlier versions of this text</source>
        <translation>Versions précédentes de ce texte</translation>
    </message>
    <message>
        <source>Earlier versions, newest first</source>
        <translation>Versions précédentes, de la plus récente à la plus ancienne</translation>
    </message>
    <message>
        <source>For all networks</source>
        <translation>Pour tous les réseaux</translation>
    </message>
    <message>
        <source>I work for this company.</source>
        <translation>Je travaille pour cette entreprise.</translation>
    </message>
    <message>
        <source>In your own words.</source>
        <translation>Avec vos propres mots.</translation>
    </message>
    <message>
        <source>In your own words. The suggestion stands on the right.</source>
        <translation>Avec vos propres mots. La suggestion est à droite.</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Langue&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Length for {counter}</source>
        <translation>Longueur pour {counter}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Not saved: {reason} Your text stays in this window and is tried again by itself.</source>
        <translation>Non enregistré&#x202f;: {reason} Votre texte reste dans cette fenêtre et un nouvel essai se fait tout seul.</translation>
    </message>
    <message>
        <source>Personal accounts are closed for this draft</source>
        <translation>Les comptes personnels sont fermés pour ce brouillon</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>Images ({patterns})</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>Professional accounts are closed for this draft</source>
        <translation>Les comptes professionnels sont fermés pour ce brouillon</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message numerus="yes">
        <source>Publish to %n account(s)</source>
        <translation>
            <numerusform>Publier sur %Ln compte</numerusform>
            <numerusform>Publier sur %Ln comptes</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish to {network} as {handle} ({sphere})</source>
        <translation>Publier sur {network} en tant que {handle} ({sphere})</translation>
    </message>
    <message>
        <source>Publish to {network} as {name} ({sphere})</source>
        <translation>Publier sur {network} en tant que {name} ({sphere})</translation>
    </message>
    <message>
        <source>Remove picture {number}</source>
        <translation>Retirer l’image {number}</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Retirer le lien</translation>
    </message>
    <message>
        <source>Same as for all networks, until you change it for {network}.</source>
        <translation>Le même que pour tous les réseaux, tant que vous ne le changez pas pour {network}.</translation>
    </message>
    <message>
        <source>Saved {when} · {versions}</source>
        <translation>Enregistré {when} · {versions}</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>Take the suggestion&apos;s picture</source>
        <translation>Prendre l’image de la suggestion</translation>
    </message>
    <message>
        <source>Text for</source>
        <translation>Texte pour</translation>
    </message>
    <message>
        <source>The draft is being opened</source>
        <translation>Le brouillon s’ouvre</translation>
    </message>
    <message>
        <source>The earlier text is back.</source>
        <translation>Le texte précédent est rétabli.</translation>
    </message>
    <message>
        <source>The pasted picture</source>
        <translation>L’image collée</translation>
    </message>
    <message>
        <source>The suggestion</source>
        <translation>La suggestion</translation>
    </message>
    <message>
        <source>There is one version so far. While you write, an earlier text is kept about every minute.</source>
        <translation>Il n’y a qu’une version pour l’instant. Pendant que vous écrivez, un texte précédent est gardé à peu près chaque minute.</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>Try with the practice account</source>
        <translation>Essayer avec le compte d’essai</translation>
    </message>
    <message>
        <source>What does it show?</source>
        <translation>Que montre-t-elle&#x202f;?</translation>
    </message>
    <message>
        <source>Wordings the company proposes</source>
        <translation>Formulations proposées par l’entreprise</translation>
    </message>
    <message>
        <source>Writing as a professional</source>
        <translation>Vous écrivez à titre professionnel</translation>
    </message>
    <message>
        <source>Writing as yourself</source>
        <translation>Vous écrivez à titre personnel</translation>
    </message>
    <message>
        <source>You can also drop or paste one</source>
        <translation>Vous pouvez aussi en déposer ou en coller une</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Votre texte</translation>
    </message>
    <message>
        <source>Your words appear here as you write.</source>
        <translation>Vos mots paraissent ici au fil de l’écriture.</translation>
    </message>
    <message>
        <source>company&apos;s</source>
        <translation>de l’entreprise</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>making the picture ready…</source>
        <translation>préparation de l’image…</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>à moi</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>pas de description</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisée</translation>
    </message>
    <message>
        <source>off</source>
        <translation>non</translation>
    </message>
    <message>
        <source>on</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>only on this computer · now</source>
        <translation>sur cet ordinateur seulement · à l’instant</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>retirer</translation>
    </message>
    <message>
        <source>same as for all networks</source>
        <translation>le même que pour tous les réseaux</translation>
    </message>
    <message>
        <source>without {names}</source>
        <translation>sans {names}</translation>
    </message>
    <message>
        <source>{handle} · now</source>
        <translation>{handle} · à l’instant</translation>
    </message>
    <message>
        <source>{mine} % my words, {theirs} % the company&apos;s</source>
        <translation>{mine}&#xa0;% de mes mots, {theirs}&#xa0;% de ceux de l’entreprise</translation>
    </message>
    <message>
        <source>{network} gets a text of its own.</source>
        <translation>{network} a maintenant son propre texte.</translation>
    </message>
    <message>
        <source>{network} {count} / {limit}</source>
        <translation>{network} {count} / {limit}</translation>
    </message>
    <message numerus="yes">
        <source>{network} {count} / {limit} · %n too many</source>
        <translation>
            <numerusform>{network} {count} / {limit} · %Ln de trop</numerusform>
            <numerusform>{network} {count} / {limit} · %Ln de trop</numerusform>
        </translation>
    </message>
    <message>
        <source>{network}, own text</source>
        <translation>{network}, texte à part</translation>
    </message>
    <message>
        <source>“{typed}” is no web address.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est pas une adresse web.</translation>
    </message>
    <message>
        <source>✓ Nothing stands in the way</source>
        <translation>✓ Rien ne s’y oppose</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Quelque chose a échoué</translation>
    </message>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Quelque chose a échoué dans le programme</translation>
    </message>
    <message>
        <source>This is our fault, not yours. What you wrote is on your disk. Nothing was sent to anybody: if you want to help, copy the details and pass them on yourself.</source>
        <translation>C’est notre faute, pas la vôtre. Ce que vous avez écrit est sur votre disque. Rien n’a été envoyé à personne&#x202f;: si vous voulez aider, copiez les détails et transmettez-les vous-même.</translation>
    </message>
</context>
<context>
    <name>Crossing</name>
    <message>
        <source>Exactly this will be sent</source>
        <translation>Voici exactement ce qui sera envoyé</translation>
    </message>
    <message>
        <source>Keep it professional</source>
        <translation>Le laisser professionnel</translation>
    </message>
    <message>
        <source>Post a work suggestion on your personal account?</source>
        <translation>Publier une suggestion du travail sur votre compte personnel&#x202f;?</translation>
    </message>
    <message>
        <source>Post it as me, this once</source>
        <translation>Publier en mon nom, cette fois</translation>
    </message>
    <message>
        <source>This answer counts once, for this post only. It can&apos;t be set in advance, by you or by your employer.</source>
        <translation>Cette réponse vaut une seule fois, pour ce message. Ni vous ni votre employeur ne pouvez la donner d’avance.</translation>
    </message>
    <message>
        <source>Your friends and family read {handle}. Nothing obliges you to speak for your employer there, and nobody at work is told what you choose.</source>
        <translation>Vos amis et votre famille lisent {handle}. Rien ne vous oblige à y parler pour votre employeur, et personne au travail n’est informé de votre choix.</translation>
    </message>
    <message>
        <source>Your personal space</source>
        <translation>Votre espace personnel</translation>
    </message>
</context>
<context>
    <name>Declined</name>
    <message>
        <source>Bring it back</source>
        <translation>La reprendre</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Déclinées</translation>
    </message>
    <message>
        <source>Declined suggestions</source>
        <translation>Suggestions déclinées</translation>
    </message>
    <message>
        <source>Declined {time} · nobody was told</source>
        <translation>Déclinée le {time} · personne n’a été informé</translation>
    </message>
    <message>
        <source>For you only: it never leaves this computer.</source>
        <translation>Pour vous seulement&#x202f;: elle ne quitte jamais cet ordinateur.</translation>
    </message>
    <message>
        <source>It is among the suggestions again.</source>
        <translation>Elle est de nouveau parmi les suggestions.</translation>
    </message>
    <message>
        <source>Nothing declined</source>
        <translation>Rien de décliné</translation>
    </message>
    <message>
        <source>Open the article</source>
        <translation>Ouvrir l’article</translation>
    </message>
    <message>
        <source>See the suggestions</source>
        <translation>Voir les suggestions</translation>
    </message>
    <message>
        <source>Suggested by {source}</source>
        <translation>Suggéré par {source}</translation>
    </message>
    <message>
        <source>What you decline rests here, and nobody is told. You can bring it back at any time.</source>
        <translation>Ce que vous déclinez repose ici, et personne n’en est informé. Vous pouvez le reprendre à tout moment.</translation>
    </message>
    <message>
        <source>Why you declined, if you like</source>
        <translation>Pourquoi vous avez décliné, si vous le souhaitez</translation>
    </message>
    <message>
        <source>Your note</source>
        <translation>Votre note</translation>
    </message>
    <message>
        <source>Your note, for you only</source>
        <translation>Votre note, pour vous seulement</translation>
    </message>
    <message>
        <source>{source} · {age}</source>
        <translation>{source} · {age}</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>(a picture without words)</source>
        <translation>(une image sans texte)</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Envoi en cours</translation>
    </message>
    <message>
        <source>Can be taken back</source>
        <translation>Peut être repris</translation>
    </message>
    <message>
        <source>It is not on {network}. Your text is kept, here and in the draft.</source>
        <translation>Il n’est pas sur {network}. Votre texte est gardé, ici et dans le brouillon.</translation>
    </message>
    <message>
        <source>It is on its way to {network} at this moment, too late to stop it.</source>
        <translation>Il part en ce moment vers {network}, trop tard pour l’arrêter.</translation>
    </message>
    <message>
        <source>It leaves as soon as {network} can be reached, after what is before it.</source>
        <translation>Il partira dès que {network} pourra être joint, après ceux qui le précèdent.</translation>
    </message>
    <message>
        <source>It was sent and no clear answer came from {network}. It is never sent twice blindly: the program looks for it there, and you can look too and say what you see.</source>
        <translation>Il a été envoyé et {network} n’a pas donné de réponse claire. Il n’est jamais envoyé deux fois à l’aveugle&#x202f;: le programme le cherche là-bas, et vous pouvez regarder vous-même et dire ce que vous voyez.</translation>
    </message>
    <message>
        <source>Its hour has passed</source>
        <translation>Son heure est passée</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>Non publié</translation>
    </message>
    <message>
        <source>Not sure whether it is there</source>
        <translation>Incertain&#x202f;: y est-il&#x202f;?</translation>
    </message>
    <message numerus="yes">
        <source>Nothing has left yet. It leaves in %n second(s).</source>
        <translation>
            <numerusform>Rien n’est encore parti. Départ dans %Ln seconde.</numerusform>
            <numerusform>Rien n’est encore parti. Départ dans %Ln secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was published. It is tried again by itself at {time}.</source>
        <translation>Rien n’a été publié. Un nouvel essai se fera tout seul ({time}).</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publié</translation>
    </message>
    <message>
        <source>Something went wrong inside the program while sending it.</source>
        <translation>Quelque chose a échoué dans le programme pendant l’envoi.</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Repris</translation>
    </message>
    <message>
        <source>The computer was off or offline at its hour, and it is late now. Nothing leaves until you say so.</source>
        <translation>L’ordinateur était éteint ou hors ligne à l’heure prévue, et il est tard maintenant. Rien ne part sans que vous le disiez.</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Tentatives</translation>
    </message>
    <message>
        <source>Try {number} · {time} · {outcome}</source>
        <translation>Tentative {number} · {time} · {outcome}</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Waiting to try again</source>
        <translation>En attente d’un nouvel essai</translation>
    </message>
    <message>
        <source>an account that was removed</source>
        <translation>un compte retiré</translation>
    </message>
    <message>
        <source>could not be sent</source>
        <translation>n’a pas pu être envoyé</translation>
    </message>
    <message>
        <source>no clear answer</source>
        <translation>pas de réponse claire</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publié</translation>
    </message>
    <message>
        <source>refused by the network</source>
        <translation>refusé par le réseau</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>en cours</translation>
    </message>
    <message>
        <source>without a description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>{network}, as {who}, {sphere}</source>
        <translation>{network}, en tant que {who}, {sphere}</translation>
    </message>
    <message>
        <source>{network}, {sphere} · {time}</source>
        <translation>{network}, {sphere} · {time}</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>A suggestion that you put in your own words waits here until you publish it or put it away. You can also write something of your own.</source>
        <translation>Une suggestion que vous écrivez avec vos mots attend ici que vous la publiiez ou la rangiez. Vous pouvez aussi écrire un message bien à vous.</translation>
    </message>
    <message>
        <source>An empty draft</source>
        <translation>Un brouillon vide</translation>
    </message>
    <message>
        <source>Drafts, last changed first</source>
        <translation>Brouillons, les derniers modifiés d’abord</translation>
    </message>
    <message>
        <source>Enter opens a draft, Delete puts it away (it can be undone).</source>
        <translation>Entrée ouvre un brouillon, Suppr le range (cela s’annule).</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>Mes brouillons</translation>
    </message>
    <message>
        <source>New draft as a professional</source>
        <translation>Nouveau brouillon professionnel</translation>
    </message>
    <message>
        <source>New draft as yourself</source>
        <translation>Nouveau brouillon personnel</translation>
    </message>
    <message>
        <source>Nothing is being written</source>
        <translation>Rien en cours d’écriture</translation>
    </message>
    <message>
        <source>Nothing written yet</source>
        <translation>Rien d’écrit pour l’instant</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Ranger</translation>
    </message>
    <message>
        <source>See the suggestions</source>
        <translation>Voir les suggestions</translation>
    </message>
    <message>
        <source>The draft is put away.</source>
        <translation>Le brouillon est rangé.</translation>
    </message>
    <message>
        <source>about “{title}”</source>
        <translation>à propos de «&#x202f;{title}&#x202f;»</translation>
    </message>
</context>
<context>
    <name>Erased</name>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Everything was erased</source>
        <translation>Tout est effacé</translation>
    </message>
    <message>
        <source>Nothing of this profile is left on this computer. The program ends now.</source>
        <translation>Il ne reste rien de ce profil sur cet ordinateur. Le programme se ferme maintenant.</translation>
    </message>
    <message>
        <source>The files are gone. These sign-ins could not be wiped: remove the entries named advocacy-desktop in your keyring by hand, or withdraw the app passwords on the network.</source>
        <translation>Les fichiers ont disparu. Ces connexions n’ont pas pu être effacées&#x202f;: retirez à la main les entrées nommées advocacy-desktop de votre trousseau, ou révoquez les mots de passe d’application sur le réseau.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A picture is too large for {network}: {size} of {limit_size} at most. Choose a smaller one.</source>
        <translation>Une image est trop lourde pour {network}&#x202f;: {size}, pour {limit_size} au plus. Choisissez-en une plus petite.</translation>
    </message>
    <message>
        <source>A work suggestion goes to a personal account only after you have said so for this very post. Nothing was sent.</source>
        <translation>Une suggestion du travail ne va sur un compte personnel qu’avec votre accord pour ce message précis. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>Another program is using {path}. Close it and try again.</source>
        <translation>Un autre programme utilise {path}. Fermez-le et réessayez.</translation>
    </message>
    <message>
        <source>It has left already, so it can no longer be taken back. See Published.</source>
        <translation>Il est déjà parti et ne peut plus être repris. Voyez «&#x202f;Publiés&#x202f;».</translation>
    </message>
    <message>
        <source>Looked on {network}: the post is not there. You can send it again, or change it first.</source>
        <translation>Recherche faite sur {network}&#x202f;: le message n’y est pas. Vous pouvez le renvoyer, ou d’abord le modifier.</translation>
    </message>
    <message>
        <source>No answer came from {network}, so it is not known whether the post is there. It is not sent again by itself: choose Look on the network.</source>
        <translation>Aucune réponse de {network}&#x202f;: on ne sait pas si le message y est. Il n’est pas renvoyé tout seul&#x202f;: choisissez «&#x202f;Regarder sur le réseau&#x202f;».</translation>
    </message>
    <message>
        <source>Nobody is called {handle} there. Check the spelling.</source>
        <translation>Personne ne s’y appelle {handle}. Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>Nothing can be saved at {path}. Check that you may write there.</source>
        <translation>Rien ne peut être enregistré dans {path}. Vérifiez que vous avez le droit d’y écrire.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Nothing was sent.</source>
        <translation>Quelque chose a échoué dans le programme. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The disk is full, so this could not be saved. Free some space and try again; nothing that was saved before is lost.</source>
        <translation>Le disque est plein&#x202f;: ceci n’a pas pu être enregistré. Libérez de la place et réessayez&#x202f;; rien de ce qui était enregistré n’est perdu.</translation>
    </message>
    <message>
        <source>The file {path} belongs to another program, and was not touched. Choose another folder.</source>
        <translation>Le fichier {path} appartient à un autre programme et n’a pas été touché. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read. Check that it is there and that you may open it.</source>
        <translation>Le fichier {path} ne peut pas être lu. Vérifiez qu’il s’y trouve et que vous avez le droit de l’ouvrir.</translation>
    </message>
    <message>
        <source>The file {path} is damaged. It was left as it is: start with the last good copy from the backups folder beside it.</source>
        <translation>Le fichier {path} est abîmé. Il a été laissé tel quel&#x202f;: démarrez avec la dernière bonne copie du dossier «&#x202f;backups&#x202f;», juste à côté.</translation>
    </message>
    <message>
        <source>The file {path} was written by a newer version of Advocacy Desktop, and was not touched. Install that version or a later one.</source>
        <translation>Le fichier {path} vient d’une version plus récente d’Advocacy Desktop et n’a pas été touché. Installez cette version ou une plus récente.</translation>
    </message>
    <message>
        <source>The keyring did not let the program in. Allow Advocacy Desktop when it asks, and try again.</source>
        <translation>Le trousseau n’a pas laissé entrer le programme. Autorisez Advocacy Desktop quand il le demande, puis réessayez.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it with your computer&apos;s password and try again.</source>
        <translation>Le trousseau est verrouillé. Déverrouillez-le avec le mot de passe de votre ordinateur et réessayez.</translation>
    </message>
    <message>
        <source>The proxy of your network refused the connection. Check the proxy settings of this computer.</source>
        <translation>Le proxy de votre réseau a refusé la connexion. Vérifiez les réglages de proxy de cet ordinateur.</translation>
    </message>
    <message>
        <source>The server of {address} has a fault of its own (status {status}). It will be asked again at the next check.</source>
        <translation>Le serveur de {address} est en panne (code {status}). Il sera interrogé de nouveau à la prochaine vérification.</translation>
    </message>
    <message>
        <source>The sign-in of {account} is no longer in the keyring. Open the account and choose Reconnect.</source>
        <translation>La connexion de {account} n’est plus dans le trousseau. Ouvrez le compte et choisissez «&#x202f;Reconnecter&#x202f;».</translation>
    </message>
    <message>
        <source>The sign-in of {account} on {network} no longer holds. Open the account and choose Reconnect.</source>
        <translation>La connexion de {account} sur {network} ne tient plus. Ouvrez le compte et choisissez «&#x202f;Reconnecter&#x202f;».</translation>
    </message>
    <message>
        <source>The text is too long for {network}: {count} of {limit}. Shorten it for that network.</source>
        <translation>Le texte est trop long pour {network}&#x202f;: {count} sur {limit}. Raccourcissez-le pour ce réseau.</translation>
    </message>
    <message>
        <source>There is no server at {server}. Check the spelling of the address.</source>
        <translation>Il n’y a pas de serveur à l’adresse {server}. Vérifiez l’orthographe.</translation>
    </message>
    <message>
        <source>There is nothing at {address}. Check the address.</source>
        <translation>Il n’y a rien à l’adresse {address}. Vérifiez-la.</translation>
    </message>
    <message>
        <source>There is something at {address}, but it is no feed. Ask your communications team for the address of the feed (RSS, Atom or JSON Feed).</source>
        <translation>Il y a quelque chose à l’adresse {address}, mais ce n’est pas un flux. Demandez l’adresse du flux à votre équipe de communication (RSS, Atom ou JSON Feed).</translation>
    </message>
    <message>
        <source>This account belongs to your other life, so this draft cannot go there. Nothing was sent.</source>
        <translation>Ce compte appartient à votre autre sphère&#x202f;: ce brouillon ne peut pas y aller. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>This cannot be published yet. See what stands in the list “Before you publish”.</source>
        <translation>Ceci ne peut pas encore être publié. Voyez la liste «&#x202f;Avant de publier&#x202f;».</translation>
    </message>
    <message>
        <source>This computer has no keyring to keep a password safe in. Install one (GNOME Keyring or KWallet), or sign in for this run only.</source>
        <translation>Cet ordinateur n’a pas de trousseau pour garder un mot de passe en sûreté. Installez-en un (GNOME Keyring ou KWallet), ou connectez-vous pour cette fois seulement.</translation>
    </message>
    <message>
        <source>This is no longer there; it was removed meanwhile. The list is up to date again.</source>
        <translation>Ceci n’est plus là, on l’a retiré entre-temps. La liste est de nouveau à jour.</translation>
    </message>
    <message>
        <source>This looks like your main password. Make an app password in the settings of {network} and use that one: it can be withdrawn at any time.</source>
        <translation>On dirait votre mot de passe principal. Créez un mot de passe d’application dans les réglages de {network} et utilisez celui-là&#x202f;: il peut être révoqué à tout moment.</translation>
    </message>
    <message>
        <source>Try again after {time}.</source>
        <translation>Réessayez après {time}.</translation>
    </message>
    <message>
        <source>Wait a few minutes, then try again.</source>
        <translation>Attendez quelques minutes, puis réessayez.</translation>
    </message>
    <message>
        <source>What came is larger than {limit_size}, so it was not kept. Tell whoever publishes it.</source>
        <translation>Ce qui est arrivé dépasse {limit_size} et n’a pas été gardé. Prévenez qui le publie.</translation>
    </message>
    <message>
        <source>You already get suggestions from {address}.</source>
        <translation>Vous recevez déjà les suggestions de {address}.</translation>
    </message>
    <message>
        <source>the practice network</source>
        <translation>le réseau d’essai</translation>
    </message>
    <message>
        <source>{address} has been closed for good. Remove this source, or ask for its new address.</source>
        <translation>{address} est fermé pour de bon. Retirez cette source, ou demandez sa nouvelle adresse.</translation>
    </message>
    <message>
        <source>{address} may not be read from here. Ask your communications team, or try from your company&apos;s network.</source>
        <translation>{address} ne peut pas être lu d’ici. Demandez à votre équipe de communication, ou essayez depuis le réseau de votre entreprise.</translation>
    </message>
    <message>
        <source>{handle} on {network} is already here. Reconnect that account instead.</source>
        <translation>{handle} sur {network} est déjà ici. Reconnectez plutôt ce compte.</translation>
    </message>
    <message>
        <source>{host} answered with a web page instead of data. Check the address, or whether a sign-in page of your network stands in between.</source>
        <translation>{host} a répondu par une page web au lieu de données. Vérifiez l’adresse, ou si une page de connexion de votre réseau s’interpose.</translation>
    </message>
    <message>
        <source>{host} could not be reached, and nothing was sent. Check the network connection; what you wrote is kept.</source>
        <translation>{host} n’a pas pu être joint, et rien n’a été envoyé. Vérifiez la connexion au réseau&#x202f;; ce que vous avez écrit est gardé.</translation>
    </message>
    <message>
        <source>{host} did not answer in time. Try again in a moment.</source>
        <translation>{host} n’a pas répondu à temps. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>{host} sends in circles from one address to another. Check the address.</source>
        <translation>{host} renvoie en rond d’une adresse à l’autre. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>{host} showed a certificate that this computer does not trust, so nothing was sent. Check the address, or ask your IT support about it.</source>
        <translation>{host} a présenté un certificat auquel cet ordinateur ne se fie pas&#x202f;: rien n’a été envoyé. Vérifiez l’adresse, ou parlez-en à votre service informatique.</translation>
    </message>
    <message>
        <source>{host} was not contacted, because its address is not allowed. Check the address.</source>
        <translation>{host} n’a pas été contacté, car son adresse n’est pas permise. Vérifiez l’adresse.</translation>
    </message>
    <message>
        <source>{name} is no picture that can be read. Choose a JPEG, PNG, GIF or WebP file.</source>
        <translation>{name} n’est pas une image lisible. Choisissez un fichier JPEG, PNG, GIF ou WebP.</translation>
    </message>
    <message>
        <source>{network} asks for a pause, because too much was asked of it. {again}</source>
        <translation>{network} demande une pause&#x202f;: trop de demandes à la fois. {again}</translation>
    </message>
    <message>
        <source>{network} asks for a second factor. Make an app password in its settings and use that one.</source>
        <translation>{network} demande un second facteur. Créez un mot de passe d’application dans ses réglages et utilisez celui-là.</translation>
    </message>
    <message>
        <source>{network} does not accept this password for {identity}. Check both and try again; an app password is made in the settings of {network}.</source>
        <translation>{network} n’accepte pas ce mot de passe pour {identity}. Vérifiez les deux et réessayez&#x202f;; un mot de passe d’application se crée dans les réglages de {network}.</translation>
    </message>
    <message>
        <source>{network} has a fault of its own (status {status}). What you wrote is kept; try again later.</source>
        <translation>{network} est en panne de son côté (code {status}). Ce que vous avez écrit est gardé&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>{network} has suspended or closed {account}. Sign in on its website to learn why.</source>
        <translation>{network} a suspendu ou fermé {account}. Connectez-vous sur son site pour savoir pourquoi.</translation>
    </message>
    <message>
        <source>{network} refused this (status {status}). Nothing was published and your text is kept.</source>
        <translation>{network} a refusé ceci (code {status}). Rien n’a été publié et votre texte est gardé.</translation>
    </message>
    <message>
        <source>{sentence} It says: “{reason}”</source>
        <translation>{sentence} Sa réponse&#x202f;: «&#x202f;{reason}&#x202f;»</translation>
    </message>
    <message>
        <source>“{typed}” is neither a web address nor a file. An address begins with https://.</source>
        <translation>«&#x202f;{typed}&#x202f;» n’est ni une adresse web ni un fichier. Une adresse commence par https://.</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Add or remove sources…</source>
        <translation>Ajouter ou retirer des sources…</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Toutes les sources</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Tous les sujets</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>New and kept for later</source>
        <translation>Nouvelles et gardées pour plus tard</translation>
    </message>
    <message>
        <source>Only with a picture</source>
        <translation>Seulement avec une image</translation>
    </message>
    <message>
        <source>kept for later</source>
        <translation>gardées pour plus tard</translation>
    </message>
    <message>
        <source>new only</source>
        <translation>nouvelles seulement</translation>
    </message>
    <message>
        <source>with picture</source>
        <translation>avec image</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} à regarder</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Add a Bluesky account</source>
        <translation>Ajouter un compte Bluesky</translation>
    </message>
    <message>
        <source>Add a practice account</source>
        <translation>Ajouter un compte d’essai</translation>
    </message>
    <message>
        <source>As a professional, with an app password. This closes the introduction.</source>
        <translation>À titre professionnel, avec un mot de passe d’application. Cela ferme l’introduction.</translation>
    </message>
    <message>
        <source>As whom you publish</source>
        <translation>Sous quels comptes vous publiez</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Invented people and articles, already on this computer.</source>
        <translation>Des gens et des articles inventés, déjà sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Me, practising</source>
        <translation>Moi, pour essayer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Or later: reading, writing and declining need no account.</source>
        <translation>Ou plus tard&#x202f;: lire, écrire et décliner ne demandent aucun compte.</translation>
    </message>
    <message>
        <source>Professional and personal accounts live apart. Begin with the practice account if you like: nothing leaves this computer.</source>
        <translation>Comptes professionnels et personnels vivent séparés. Commencez, si vous voulez, par le compte d’essai&#x202f;: rien ne quitte cet ordinateur.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>To try everything out, without a password.</source>
        <translation>Pour tout essayer, sans mot de passe.</translation>
    </message>
    <message>
        <source>Try it with the sample company</source>
        <translation>Essayer avec l’entreprise d’exemple</translation>
    </message>
    <message>
        <source>Type an address or choose a file</source>
        <translation>Saisir une adresse ou choisir un fichier</translation>
    </message>
    <message>
        <source>Where suggestions come from</source>
        <translation>D’où viennent les suggestions</translation>
    </message>
    <message>
        <source>You can do this at any time, under Sources.</source>
        <translation>Vous pourrez le faire à tout moment, sous «&#x202f;Sources&#x202f;».</translation>
    </message>
    <message>
        <source>Your communications team knows it. This closes the introduction.</source>
        <translation>Votre équipe de communication la connaît. Cela ferme l’introduction.</translation>
    </message>
    <message>
        <source>Your company publishes a list of suggestions and the program fetches it, without saying who you are.</source>
        <translation>Votre entreprise publie une liste de suggestions et le programme va la chercher, sans dire qui vous êtes.</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
    <message numerus="yes">
        <source>✓ %n suggestion(s) are waiting.</source>
        <translation>
            <numerusform>✓ %Ln suggestion vous attend.</numerusform>
            <numerusform>✓ %Ln suggestions vous attendent.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ The practice account is there.</source>
        <translation>✓ Le compte d’essai est là.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>il y a %Ln&#xa0;h</numerusform>
            <numerusform>il y a %Ln&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>il y a %Ln&#xa0;min</numerusform>
            <numerusform>il y a %Ln&#xa0;min</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date without year, Qt pattern</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date with year, Qt pattern</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date without year, Qt pattern</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date with year, Qt pattern</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy, HH:mm</source>
        <comment>with year, Qt pattern</comment>
        <translation>dddd d MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>dddd d MMMM, HH:mm</source>
        <comment>day and time in full, Qt pattern</comment>
        <translation>dddd d MMMM, HH:mm</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>expirée</translation>
    </message>
    <message>
        <source>expires today</source>
        <translation>expire aujourd’hui</translation>
    </message>
    <message>
        <source>expires tomorrow</source>
        <translation>expire demain</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>until {date}</source>
        <translation>jusqu’au {date}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} à {time}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}&#xa0;%</translation>
    </message>
    <message>
        <source>{number} B</source>
        <translation>{number}&#xa0;o</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number}&#xa0;Mo</translation>
    </message>
    <message>
        <source>{number} kB</source>
        <translation>{number}&#xa0;ko</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>All commands by name</source>
        <translation>Toutes les commandes, par leur nom</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Toutes les touches</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close a sheet; back to the list</source>
        <translation>Fermer un volet&#x202f;; retour à la liste</translation>
    </message>
    <message>
        <source>Decline it</source>
        <translation>La décliner</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>In the list of suggestions</source>
        <translation>Dans la liste des suggestions</translation>
    </message>
    <message>
        <source>Keep it for later</source>
        <translation>La garder pour plus tard</translation>
    </message>
    <message>
        <source>Look for new suggestions</source>
        <translation>Chercher de nouvelles suggestions</translation>
    </message>
    <message>
        <source>Next one (also the arrow down)</source>
        <translation>La suivante (ou flèche vers le bas)</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Partie suivante de la fenêtre</translation>
    </message>
    <message>
        <source>Publish: shows exactly what goes where</source>
        <translation>Publier&#x202f;: montre exactement ce qui va où</translation>
    </message>
    <message>
        <source>Put it in my words</source>
        <translation>L’écrire avec mes mots</translation>
    </message>
    <message>
        <source>Read it</source>
        <translation>La lire</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Tout rechercher</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Suggestions; Ctrl+2 and on: the next places</source>
        <translation>Suggestions&#x202f;; Ctrl+2 et suivants&#x202f;: les autres pages</translation>
    </message>
    <message>
        <source>The one before (also the arrow up)</source>
        <translation>La précédente (ou flèche vers le haut)</translation>
    </message>
    <message>
        <source>This sheet</source>
        <translation>Ce volet</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Annuler la dernière décision</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>Annuler la frappe</translation>
    </message>
    <message>
        <source>While writing</source>
        <translation>En écrivant</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>touches</translation>
    </message>
    <message>
        <source>decline</source>
        <translation>décliner</translation>
    </message>
    <message>
        <source>later</source>
        <translation>plus tard</translation>
    </message>
    <message>
        <source>move</source>
        <translation>aller</translation>
    </message>
    <message>
        <source>put in my words</source>
        <translation>écrire</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Dutch</source>
        <translation>néerlandais</translation>
    </message>
    <message>
        <source>English</source>
        <translation>anglais</translation>
    </message>
    <message>
        <source>French</source>
        <translation>français</translation>
    </message>
    <message>
        <source>German</source>
        <translation>allemand</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italien</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugais</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espagnol</translation>
    </message>
</context>
<context>
    <name>Learn</name>
    <message>
        <source>Guides</source>
        <translation>Guides</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>No guides here</source>
        <translation>Aucun guide ici</translation>
    </message>
    <message>
        <source>The folder of guides that comes with the program is missing.</source>
        <translation>Le dossier des guides fourni avec le programme est introuvable.</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln modifiée</numerusform>
            <numerusform>%Ln modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>As</source>
        <translation>En tant que</translation>
    </message>
    <message>
        <source>As a professional</source>
        <translation>À titre professionnel</translation>
    </message>
    <message>
        <source>As yourself</source>
        <translation>À titre personnel</translation>
    </message>
    <message>
        <source>Checked an account</source>
        <translation>Compte vérifié</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Deleted a post</source>
        <translation>Message supprimé</translation>
    </message>
    <message>
        <source>Every request this app has made, kept here and nowhere else. Nothing can be sent without a line in this list.</source>
        <translation>Chaque requête faite par ce programme, gardée ici et nulle part ailleurs. Rien ne peut partir sans une ligne dans cette liste.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Export the list</source>
        <translation>Exporter la liste</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Fetched a picture</source>
        <translation>Image récupérée</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Filter: a word, a host, a handle</source>
        <translation>Mot, serveur ou identifiant</translation>
    </message>
    <message>
        <source>JSON, a line for each request (*.jsonl)</source>
        <translation>JSON, une ligne par requête (*.jsonl)</translation>
    </message>
    <message>
        <source>Looked for new suggestions</source>
        <translation>Nouvelles suggestions cherchées</translation>
    </message>
    <message>
        <source>Looked for your server</source>
        <translation>Votre serveur cherché</translation>
    </message>
    <message>
        <source>Looked up a mention</source>
        <translation>Mention cherchée</translation>
    </message>
    <message>
        <source>Looked whether a post is there</source>
        <translation>Présence d’un message vérifiée</translation>
    </message>
    <message>
        <source>Naming nobody</source>
        <translation>Sans nommer personne</translation>
    </message>
    <message>
        <source>No line matches this filter.</source>
        <translation>Aucune ligne ne correspond à ce filtre.</translation>
    </message>
    <message>
        <source>Nothing but the address above.</source>
        <translation>Rien d’autre que l’adresse ci-dessus.</translation>
    </message>
    <message>
        <source>Nothing has left this computer yet. As soon as the program looks for suggestions or you publish, each request stands here.</source>
        <translation>Rien n’a encore quitté cet ordinateur. Dès que le programme cherche des suggestions ou que vous publiez, chaque requête s’inscrit ici.</translation>
    </message>
    <message>
        <source>Published a post</source>
        <translation>Message publié</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Renewed the sign-in</source>
        <translation>Connexion renouvelée</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>See one line in full</source>
        <translation>Voir une ligne en entier</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>To your employer</source>
        <translation>À votre employeur</translation>
    </message>
    <message>
        <source>Tried to publish a post</source>
        <translation>Essai de publication</translation>
    </message>
    <message>
        <source>Uploaded a picture</source>
        <translation>Image envoyée</translation>
    </message>
    <message>
        <source>What left this computer</source>
        <translation>Ce qui a quitté cet ordinateur</translation>
    </message>
    <message>
        <source>What the request held</source>
        <translation>Ce que contenait la requête</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Vers où</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Écrit dans {path}.</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>accepté</translation>
    </message>
    <message>
        <source>answer too large, dropped</source>
        <translation>réponse trop lourde, écartée</translation>
    </message>
    <message>
        <source>asked to wait</source>
        <translation>pause demandée</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimé</translation>
    </message>
    <message>
        <source>gone for good</source>
        <translation>disparu pour de bon</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>il n’y est pas</translation>
    </message>
    <message>
        <source>it is there</source>
        <translation>il y est</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>pas de réponse</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>pas encore de réponse</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>interdit</translation>
    </message>
    <message>
        <source>not clear whether published</source>
        <translation>publication incertaine</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>non publié</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>introuvable</translation>
    </message>
    <message>
        <source>nothing published</source>
        <translation>rien de publié</translation>
    </message>
    <message>
        <source>nothing sent: address not allowed</source>
        <translation>rien d’envoyé&#x202f;: adresse non permise</translation>
    </message>
    <message>
        <source>nothing sent: certificate not trusted</source>
        <translation>rien d’envoyé&#x202f;: certificat douteux</translation>
    </message>
    <message>
        <source>nothing sent: not reachable</source>
        <translation>rien d’envoyé&#x202f;: injoignable</translation>
    </message>
    <message>
        <source>nothing sent: refused by the proxy</source>
        <translation>rien d’envoyé&#x202f;: refusé par le proxy</translation>
    </message>
    <message>
        <source>nothing was fetched and nothing was sent</source>
        <translation>rien n’a été demandé et rien n’a été envoyé</translation>
    </message>
    <message>
        <source>only the suggestion list was fetched, without naming you</source>
        <translation>seule la liste des suggestions a été demandée, sans vous nommer</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publié</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusé</translation>
    </message>
    <message>
        <source>sent on to another address</source>
        <translation>renvoyé vers une autre adresse</translation>
    </message>
    <message>
        <source>sent on too many times</source>
        <translation>trop de renvois</translation>
    </message>
    <message>
        <source>sign-in refused</source>
        <translation>connexion refusée</translation>
    </message>
    <message>
        <source>the server failed</source>
        <translation>panne du serveur</translation>
    </message>
    <message>
        <source>to your employer</source>
        <translation>à votre employeur</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>trop lourd</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>what-left-this-computer.jsonl</source>
        <translation>ce-qui-a-quitte-cet-ordinateur.jsonl</translation>
    </message>
    <message>
        <source>{amount} that were not noted in words.</source>
        <translation>{amount} qui n’ont pas été notés en toutes lettres.</translation>
    </message>
    <message>
        <source>{amount}, your app password</source>
        <translation>{amount}, votre mot de passe d’application</translation>
    </message>
    <message>
        <source>{answer} · {outcome}</source>
        <translation>{answer} · {outcome}</translation>
    </message>
    <message>
        <source>{answer} — checked: {outcome}</source>
        <translation>{answer} — vérifié&#x202f;: {outcome}</translation>
    </message>
    <message>
        <source>{moment}, answered after {seconds} s</source>
        <translation>{moment}, réponse après {seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} sur {total}</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Being sent to {to}…</source>
        <translation>Envoi en cours&#x202f;: {to}…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Look on the network</source>
        <translation>Regarder sur le réseau</translation>
    </message>
    <message>
        <source>Not published on {to}. {why}</source>
        <translation>Non publié sur {to}. {why}</translation>
    </message>
    <message>
        <source>Not sent to {to}. {why}</source>
        <translation>Non envoyé à {to}. {why}</translation>
    </message>
    <message>
        <source>Not sent: the program was closed before the seconds for taking it back had passed. Your text is in My drafts.</source>
        <translation>Non envoyé&#x202f;: le programme s’est fermé avant la fin des secondes de reprise. Votre texte est dans «&#x202f;Mes brouillons&#x202f;».</translation>
    </message>
    <message>
        <source>Not sure about {to}. {why}</source>
        <translation>Incertain&#x202f;: {to}. {why}</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>Ouvrir le brouillon</translation>
    </message>
    <message>
        <source>Published on {to}</source>
        <translation>Publié sur {to}</translation>
    </message>
    <message>
        <source>Put this line away: {to}</source>
        <translation>Ranger cette ligne&#x202f;: {to}</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Le voir</translation>
    </message>
    <message>
        <source>Take everything back</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Taken back. Nothing was sent; the draft is open again.</source>
        <translation>Envoi repris. Rien n’est parti&#x202f;; le brouillon est de nouveau ouvert.</translation>
    </message>
    <message>
        <source>Taken back: {to}</source>
        <translation>Repris&#x202f;: {to}</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Waits for {to}. {why}</source>
        <translation>En attente&#x202f;: {to}. {why}</translation>
    </message>
    <message>
        <source>What is being published</source>
        <translation>Ce qui est en cours de publication</translation>
    </message>
    <message numerus="yes">
        <source>Will be published on {to} in %n s</source>
        <translation>
            <numerusform>Sera publié sur {to} dans %Ln&#xa0;s</numerusform>
            <numerusform>Sera publié sur {to} dans %Ln&#xa0;s</numerusform>
        </translation>
    </message>
    <message>
        <source>{network} as {name} ({sphere})</source>
        <translation>{network} en tant que {name} ({sphere})</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>No command has that name.</source>
        <translation>Aucune commande ne porte ce nom.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Rien n’a été trouvé.</translation>
    </message>
    <message>
        <source>Show all suggestions with “{words}”</source>
        <translation>Montrer toutes les suggestions avec «&#x202f;{words}&#x202f;»</translation>
    </message>
    <message>
        <source>command</source>
        <translation>commande</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Declined</source>
        <translation>Déclinées</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>Apprendre</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>Mes brouillons</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>Practice timeline</source>
        <translation>Fil d’essai</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professionnel</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publiés</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>What left this computer</source>
        <translation>Ce qui a quitté cet ordinateur</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message numerus="yes">
        <source>%n older post(s)</source>
        <translation>
            <numerusform>%Ln message plus ancien</numerusform>
            <numerusform>%Ln messages plus anciens</numerusform>
        </translation>
    </message>
    <message>
        <source>A removed account</source>
        <translation>Un compte retiré</translation>
    </message>
    <message>
        <source>A small network to try things on. Nobody else can see it, and nothing of it ever leaves.</source>
        <translation>Un petit réseau pour essayer. Personne d’autre ne le voit, et rien n’en sort jamais.</translation>
    </message>
    <message>
        <source>Lives in this computer only</source>
        <translation>Ne vit que dans cet ordinateur</translation>
    </message>
    <message>
        <source>Nothing posted here yet</source>
        <translation>Rien de publié ici pour l’instant</translation>
    </message>
    <message>
        <source>Practice timeline</source>
        <translation>Fil d’essai</translation>
    </message>
    <message>
        <source>See the suggestions</source>
        <translation>Voir les suggestions</translation>
    </message>
    <message>
        <source>Take a suggestion, put it in your own words and publish it with the practice account: it appears here as readers would see it.</source>
        <translation>Prenez une suggestion, écrivez-la avec vos mots et publiez-la avec le compte d’essai&#x202f;: elle paraît ici telle que vos lecteurs la verraient.</translation>
    </message>
    <message>
        <source>{sphere} · {age}</source>
        <translation>{sphere} · {age}</translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message numerus="yes">
        <source>%n picture(s), {size}</source>
        <translation>
            <numerusform>%Ln image, {size}</numerusform>
            <numerusform>%Ln images, {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without description</source>
        <translation>
            <numerusform>%Ln sans description</numerusform>
            <numerusform>%Ln sans description</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Revenir au texte</translation>
    </message>
    <message>
        <source>Exactly this will be sent</source>
        <translation>Voici exactement ce qui sera envoyé</translation>
    </message>
    <message>
        <source>Link card: {title}, {link}</source>
        <translation>Carte du lien&#x202f;: {title}, {link}</translation>
    </message>
    <message numerus="yes">
        <source>Nothing else is sent, and nobody else is told: not your employer, nobody by e-mail. After you press Publish you have %n second(s) to take it back.</source>
        <translation>
            <numerusform>Rien d’autre n’est envoyé, et personne d’autre n’est informé&#x202f;: ni votre employeur, ni qui que ce soit par courriel. Après «&#x202f;Publier&#x202f;», vous avez %Ln seconde pour le reprendre.</numerusform>
            <numerusform>Rien d’autre n’est envoyé, et personne d’autre n’est informé&#x202f;: ni votre employeur, ni qui que ce soit par courriel. Après «&#x202f;Publier&#x202f;», vous avez %Ln secondes pour le reprendre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was published.</source>
        <translation>Rien n’a été publié.</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>Image {number}</translation>
    </message>
    <message numerus="yes">
        <source>Publish to %n account(s)</source>
        <translation>
            <numerusform>Publier sur %Ln compte</numerusform>
            <numerusform>Publier sur %Ln comptes</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish to {destination}</source>
        <translation>Publier sur {destination}</translation>
    </message>
    <message>
        <source>Publishing as a professional</source>
        <translation>Vous publiez à titre professionnel</translation>
    </message>
    <message>
        <source>Publishing as yourself</source>
        <translation>Vous publiez à titre personnel</translation>
    </message>
    <message>
        <source>Text for {destination}: {text}</source>
        <translation>Texte pour {destination}&#x202f;: {text}</translation>
    </message>
    <message>
        <source>The text or the suggestion has changed since it was shown, so nothing was sent. Look at it again.</source>
        <translation>Le texte ou la suggestion a changé depuis, et rien n’a été envoyé. Regardez encore une fois.</translation>
    </message>
    <message>
        <source>To: {server}</source>
        <translation>À&#x202f;: {server}</translation>
    </message>
    <message>
        <source>as {handle}</source>
        <translation>en tant que {handle}</translation>
    </message>
    <message>
        <source>language: {name}</source>
        <translation>langue&#x202f;: {name}</translation>
    </message>
    <message>
        <source>link as a card</source>
        <translation>lien en carte</translation>
    </message>
    <message>
        <source>link as a card, its picture {size}</source>
        <translation>lien en carte, son image {size}</translation>
    </message>
    <message>
        <source>no language said</source>
        <translation>langue non précisée</translation>
    </message>
    <message>
        <source>this computer only</source>
        <translation>cet ordinateur seulement</translation>
    </message>
    <message>
        <source>without a description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>{network} as {who} ({sphere})</source>
        <translation>{network} en tant que {who} ({sphere})</translation>
    </message>
    <message>
        <source>{pictures}, described</source>
        <translation>{pictures}, tout est décrit</translation>
    </message>
    <message>
        <source>{width} × {height}, {size}</source>
        <translation>{width} × {height}, {size}</translation>
    </message>
</context>
<context>
    <name>Published</name>
    <message>
        <source>Asking {network}…</source>
        <translation>Question posée à {network}…</translation>
    </message>
    <message>
        <source>Copies and screenshots that others made remain.</source>
        <translation>Les copies et les captures d’écran faites par d’autres restent.</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Delete from {network}…</source>
        <translation>Supprimer sur {network}…</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Le supprimer</translation>
    </message>
    <message>
        <source>Delete this post from {network}?</source>
        <translation>Supprimer ce message sur {network}&#x202f;?</translation>
    </message>
    <message>
        <source>Deleted from {network}.</source>
        <translation>Supprimé sur {network}.</translation>
    </message>
    <message>
        <source>Deleted {time}</source>
        <translation>Supprimé le {time}</translation>
    </message>
    <message>
        <source>Each post that you publish stands here with its link and its receipt. There is no number to reach.</source>
        <translation>Chaque message que vous publiez se trouve ici, avec son lien et son reçu. Il n’y a aucun chiffre à atteindre.</translation>
    </message>
    <message>
        <source>From the suggestion</source>
        <translation>D’après la suggestion</translation>
    </message>
    <message>
        <source>Here it stays in your history, marked as deleted.</source>
        <translation>Ici, il reste dans votre historique, marqué comme supprimé.</translation>
    </message>
    <message>
        <source>It disappears there for good, with its likes; replies to it stay without it. This cannot be undone.</source>
        <translation>Il y disparaît pour de bon, avec ses «&#x202f;J’aime&#x202f;»&#x202f;; les réponses restent, sans lui. Cela ne s’annule pas.</translation>
    </message>
    <message>
        <source>It was confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Its name there</source>
        <translation>Son nom là-bas</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Nothing published yet</source>
        <translation>Rien de publié pour l’instant</translation>
    </message>
    <message>
        <source>Open it on {network}</source>
        <translation>L’ouvrir sur {network}</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publiés</translation>
    </message>
    <message>
        <source>Published posts</source>
        <translation>Messages publiés</translation>
    </message>
    <message>
        <source>Published {time}</source>
        <translation>Publié le {time}</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>See it on the practice timeline</source>
        <translation>Le voir sur le fil d’essai</translation>
    </message>
    <message>
        <source>See the suggestions</source>
        <translation>Voir les suggestions</translation>
    </message>
    <message>
        <source>The link was copied.</source>
        <translation>Le lien est copié.</translation>
    </message>
    <message>
        <source>What was published</source>
        <translation>Ce qui a été publié</translation>
    </message>
    <message>
        <source>You approved it</source>
        <translation>Approuvé par vous</translation>
    </message>
    <message>
        <source>You deleted it from {network}. Copies that others made may remain there.</source>
        <translation>Vous l’avez supprimé sur {network}. Des copies faites par d’autres peuvent y rester.</translation>
    </message>
    <message>
        <source>Your agreement</source>
        <translation>Votre accord</translation>
    </message>
    <message>
        <source>deleted from {network}</source>
        <translation>supprimé sur {network}</translation>
    </message>
    <message>
        <source>given for this one post, on a personal account</source>
        <translation>donné pour ce seul message, sur un compte personnel</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#x202f;{words}&#x202f;»</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message numerus="yes">
        <source>%n picture(s) on {host} not fetched</source>
        <translation>
            <numerusform>%Ln image sur {host} non récupérée</numerusform>
            <numerusform>%Ln images sur {host} non récupérées</numerusform>
        </translation>
    </message>
    <message>
        <source>A personal draft with an empty box, for your personal accounts</source>
        <translation>Un brouillon personnel, vide au départ, pour vos comptes personnels</translation>
    </message>
    <message>
        <source>A way to make it yours</source>
        <translation>Pour en faire votre texte</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Colleagues&apos; posts in the same words look like a robot wrote them: start from a question instead.</source>
        <translation>Des collègues qui publient les mêmes mots, on dirait un robot&#x202f;: partez plutôt d’une question.</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Décliner</translation>
    </message>
    <message>
        <source>Did you work on it, or live near it?</source>
        <translation>Y avez-vous travaillé, ou habitez-vous à côté&#x202f;?</translation>
    </message>
    <message>
        <source>Fetch them for this source</source>
        <translation>Les récupérer pour cette source</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Continuer d’écrire</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>No longer put off</source>
        <translation>Ne plus reporter</translation>
    </message>
    <message>
        <source>Not to be published before {time}. You can prepare it now.</source>
        <translation>À ne pas publier avant le {time}. Vous pouvez déjà préparer votre texte.</translation>
    </message>
    <message>
        <source>Open the article in your browser</source>
        <translation>Ouvrir l’article dans votre navigateur</translation>
    </message>
    <message>
        <source>Open the article ↗</source>
        <translation>Ouvrir l’article ↗</translation>
    </message>
    <message>
        <source>Picture description: {text}</source>
        <translation>Description de l’image&#x202f;: {text}</translation>
    </message>
    <message>
        <source>Put it in my words</source>
        <translation>L’écrire avec mes mots</translation>
    </message>
    <message>
        <source>Suggested by {source}</source>
        <translation>Suggéré par {source}</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>The company changed this {time}.</source>
        <translation>Modifiée par l’entreprise ({time}).</translation>
    </message>
    <message>
        <source>The company has withdrawn this. It stays here for you; publishing it asks once more.</source>
        <translation>L’entreprise a retiré cette suggestion. Elle reste ici pour vous&#x202f;; avant de publier, la question vous sera reposée.</translation>
    </message>
    <message>
        <source>The company proposed this until {date}. You may still use it.</source>
        <translation>L’entreprise la proposait jusqu’au {date}. Vous pouvez encore vous en servir.</translation>
    </message>
    <message>
        <source>What surprised you in it?</source>
        <translation>Qu’est-ce qui vous y a surpris&#x202f;?</translation>
    </message>
    <message>
        <source>What would you tell a friend about it?</source>
        <translation>Comment le raconteriez-vous à une amie&#x202f;?</translation>
    </message>
    <message>
        <source>Wordings the company proposes</source>
        <translation>Formulations proposées par l’entreprise</translation>
    </message>
    <message>
        <source>Write my own post about this</source>
        <translation>Écrire mon propre message à ce sujet</translation>
    </message>
    <message>
        <source>Your draft stays as you wrote it.</source>
        <translation>Votre brouillon reste tel que vous l’avez écrit.</translation>
    </message>
    <message>
        <source>nobody is told what you decide</source>
        <translation>personne n’est informé de ce que vous décidez</translation>
    </message>
    <message>
        <source>opens {time}</source>
        <translation>s’ouvre le {time}</translation>
    </message>
    <message>
        <source>share until {date}</source>
        <translation>à partager jusqu’au {date}</translation>
    </message>
    <message>
        <source>was to be shared until {date}</source>
        <translation>était à partager jusqu’au {date}</translation>
    </message>
    <message>
        <source>{number} · “{text}”</source>
        <translation>{number} · «&#x202f;{text}&#x202f;»</translation>
    </message>
    <message>
        <source>‹ All suggestions</source>
        <translation>‹ Toutes les suggestions</translation>
    </message>
</context>
<context>
    <name>Scheduled</name>
    <message numerus="yes">
        <source>%n try(s)</source>
        <comment>attempts</comment>
        <translation>
            <numerusform>%Ln tentative</numerusform>
            <numerusform>%Ln tentatives</numerusform>
        </translation>
    </message>
    <message>
        <source>A post stands here from the moment you approve it until the network has confirmed it: ten seconds to take it back, then, if need be, waiting for a connection.</source>
        <translation>Un message se trouve ici depuis votre approbation jusqu’à la confirmation du réseau&#x202f;: dix secondes pour le reprendre, puis, s’il le faut, l’attente d’une connexion.</translation>
    </message>
    <message>
        <source>Found: it is there.</source>
        <translation>Trouvé&#x202f;: il y est.</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>Il n’y est pas</translation>
    </message>
    <message>
        <source>It is not there. You can send it again.</source>
        <translation>Il n’y est pas. Vous pouvez le renvoyer.</translation>
    </message>
    <message>
        <source>It is on its way again.</source>
        <translation>Il est de nouveau en route.</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Il y est</translation>
    </message>
    <message>
        <source>Look on the network</source>
        <translation>Regarder sur le réseau</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Noted: it is not on {network}. You can send it again.</source>
        <translation>C’est noté&#x202f;: il n’est pas sur {network}. Vous pouvez le renvoyer.</translation>
    </message>
    <message>
        <source>Noted: it is on {network}.</source>
        <translation>C’est noté&#x202f;: il est sur {network}.</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>Rien n’est en route</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <translation>Ouvrir le brouillon</translation>
    </message>
    <message>
        <source>Posts on their way</source>
        <translation>Messages en route</translation>
    </message>
    <message>
        <source>See what was published</source>
        <translation>Voir ce qui a été publié</translation>
    </message>
    <message>
        <source>Send it again</source>
        <translation>Le renvoyer</translation>
    </message>
    <message>
        <source>Send it now</source>
        <translation>L’envoyer maintenant</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Taken back. Nothing was sent; it is in My drafts again.</source>
        <translation>Envoi repris. Rien n’est parti&#x202f;; il est de nouveau dans «&#x202f;Mes brouillons&#x202f;».</translation>
    </message>
    <message>
        <source>What goes there</source>
        <translation>Ce qui y va</translation>
    </message>
    <message>
        <source>{network} cannot be asked at this moment. Try again later.</source>
        <translation>{network} ne peut pas être interrogé en ce moment. Réessayez plus tard.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
    <message>
        <source>Apache 2.0: free to use, study, change and share</source>
        <translation>Apache 2.0&#x202f;: libre d’usage, d’étude, de modification et de partage</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Approval of what you wrote by somebody else; locked wordings; forced hashtags.</source>
        <translation>L’approbation de vos textes par autrui&#x202f;; les formulations imposées&#x202f;; les mots-dièse obligatoires.</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Comme l’ordinateur</translation>
    </message>
    <message>
        <source>Automatic or bulk posting.</source>
        <translation>La publication automatique ou en masse.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Each choice counts at once, on this computer only.</source>
        <translation>Chaque choix vaut aussitôt, sur cet ordinateur seulement.</translation>
    </message>
    <message>
        <source>Erase everything</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Erase everything on this computer?</source>
        <translation>Tout effacer sur cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Tout effacer…</translation>
    </message>
    <message>
        <source>Everything is in {path} ({size}).</source>
        <translation>Tout est dans {path} ({size}).</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Tout exporter</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Tout exporter…</translation>
    </message>
    <message>
        <source>Figures about a person for anybody else.</source>
        <translation>Des chiffres sur une personne, à l’usage d’une autre.</translation>
    </message>
    <message>
        <source>Goes for good: suggestions, drafts and their versions, pictures, the history of what you published, the list of what left this computer, settings, and the daily copies of all that.</source>
        <translation>Disparaissent pour de bon&#x202f;: suggestions, brouillons et leurs versions, images, historique de ce que vous avez publié, registre de ce qui a quitté cet ordinateur, réglages, et les copies quotidiennes de tout cela.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Liking or commenting as a task.</source>
        <translation>Aimer ou commenter sur consigne.</translation>
    </message>
    <message>
        <source>Link shorteners and links that follow a person around.</source>
        <translation>Les raccourcisseurs de liens et les liens qui suivent une personne.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Mots de passe</translation>
    </message>
    <message>
        <source>Points, ranks, badges and streaks.</source>
        <translation>Points, rangs, badges et séries.</translation>
    </message>
    <message>
        <source>Posts that have not left yet will not leave.</source>
        <translation>Les messages qui ne sont pas encore partis ne partiront pas.</translation>
    </message>
    <message>
        <source>Reading your network, your messages or your contacts.</source>
        <translation>La lecture de votre réseau, de vos messages privés ou de vos contacts.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Signing out and erasing…</source>
        <translation>Déconnexion et effacement…</translation>
    </message>
    <message>
        <source>Stays: your posts on the networks, and exports that you made. To delete a post, do it first, under Published.</source>
        <translation>Restent&#x202f;: vos messages sur les réseaux, et les exports que vous avez faits. Pour supprimer un message, faites-le d’abord, sous «&#x202f;Publiés&#x202f;».</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Arrêté. Aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>Telemetry.</source>
        <translation>La télémétrie.</translation>
    </message>
    <message>
        <source>Then the program ends. This cannot be undone.</source>
        <translation>Ensuite, le programme se ferme. Cela ne s’annule pas.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What we refuse to build</source>
        <translation>Ce que nous refusons de construire</translation>
    </message>
    <message>
        <source>Where it lies</source>
        <translation>Où elles se trouvent</translation>
    </message>
    <message>
        <source>Writing the export…</source>
        <translation>Écriture de l’export…</translation>
    </message>
    <message>
        <source>You are signed out of every account, and the keyring entries of both spheres are wiped.</source>
        <translation>Tous vos comptes sont déconnectés, et les entrées des deux sphères dans le trousseau sont effacées.</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Vos données</translation>
    </message>
    <message>
        <source>not there: they are in the keyring of this computer, apart for each sphere</source>
        <translation>pas là&#x202f;: ils sont dans le trousseau de cet ordinateur, à part pour chaque sphère</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>A personal account: you, as a private person</source>
        <translation>Un compte personnel&#x202f;: vous, en votre nom propre</translation>
    </message>
    <message>
        <source>A professional account: you, as someone who works there</source>
        <translation>Un compte professionnel&#x202f;: vous, au travail</translation>
    </message>
    <message>
        <source>Add a practice account</source>
        <translation>Ajouter un compte d’essai</translation>
    </message>
    <message>
        <source>Add a {network} account</source>
        <translation>Ajouter un compte {network}</translation>
    </message>
    <message>
        <source>Add it here too</source>
        <translation>L’ajouter ici aussi</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>Ajouter le compte</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Asking {network}…</source>
        <translation>Question posée à {network}…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Handle or e-mail address</source>
        <translation>Identifiant ou adresse électronique</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Cacher</translation>
    </message>
    <message>
        <source>Keep the sign-in for this run only</source>
        <translation>Garder la connexion pour cette fois seulement</translation>
    </message>
    <message>
        <source>Left empty, it is found from your handle.</source>
        <translation>Laissée vide, elle est trouvée d’après votre identifiant.</translation>
    </message>
    <message>
        <source>Make one on {network}: Settings → Privacy and security → App passwords. Never your main password. You can withdraw it there at any time.</source>
        <translation>Créez-en un sur {network}&#x202f;: Paramètres → Confidentialité et sécurité → Mots de passe d’application. Jamais votre mot de passe principal. Vous pourrez l’y révoquer à tout moment.</translation>
    </message>
    <message>
        <source>Name on the practice timeline</source>
        <translation>Nom sur le fil d’essai</translation>
    </message>
    <message>
        <source>No password is needed: it lives in this computer only.</source>
        <translation>Pas besoin de mot de passe&#x202f;: il ne vit que dans cet ordinateur.</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>Reconnecter</translation>
    </message>
    <message>
        <source>Reconnect {handle}</source>
        <translation>Reconnecter {handle}</translation>
    </message>
    <message>
        <source>Server address, if you know it</source>
        <translation>Adresse du serveur, si vous la connaissez</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Montrer le mot de passe</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Connexion en cours</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stopped. Nothing was added, and what you typed is here.</source>
        <translation>Arrêté. Rien n’a été ajouté, et ce que vous avez saisi est encore là.</translation>
    </message>
    <message>
        <source>This will be a personal account: you, as a private person</source>
        <translation>Ce sera un compte personnel&#x202f;: vous, en votre nom propre</translation>
    </message>
    <message>
        <source>This will be a professional account: you, as someone who works there</source>
        <translation>Ce sera un compte professionnel&#x202f;: vous, au travail</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Type a name first.</source>
        <translation>Saisissez d’abord un nom.</translation>
    </message>
    <message>
        <source>Type the app password first.</source>
        <translation>Saisissez d’abord le mot de passe d’application.</translation>
    </message>
    <message>
        <source>Type your handle or e-mail address first.</source>
        <translation>Saisissez d’abord votre identifiant ou votre adresse électronique.</translation>
    </message>
    <message>
        <source>for example Claire Morel</source>
        <translation>par exemple Claire Morel</translation>
    </message>
    <message>
        <source>for example claire.bsky.social</source>
        <translation>par exemple claire.bsky.social</translation>
    </message>
    <message>
        <source>found from your handle</source>
        <translation>trouvée d’après votre identifiant</translation>
    </message>
    <message>
        <source>{handle} is connected again.</source>
        <translation>{handle} est de nouveau connecté.</translation>
    </message>
    <message>
        <source>{handle} is one of your {other} accounts already. One identity in both spheres is shown to the same readers, whichever sphere you write in. Add it here as well only if you mean that.</source>
        <translation>{handle} est déjà l’un de vos comptes dans l’autre sphère ({other}). Une même identité dans les deux sphères montre tout aux mêmes lecteurs, où que vous écriviez. Ne l’ajoutez ici que si c’est bien ce que vous voulez.</translation>
    </message>
    <message>
        <source>{handle} was added.</source>
        <translation>{handle} est ajouté.</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln modifiée</numerusform>
            <numerusform>%Ln modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new suggestion(s).</source>
        <translation>
            <numerusform>%Ln nouvelle suggestion.</numerusform>
            <numerusform>%Ln nouvelles suggestions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n withdrawn</source>
        <translation>
            <numerusform>%Ln retirée</numerusform>
            <numerusform>%Ln retirées</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address of a feed, or a file</source>
        <translation>Adresse d’un flux, ou un fichier</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Always from the feed&apos;s own site. From another host only if you allow it here: whoever runs it would see that somebody at your address fetched a picture.</source>
        <translation>Toujours depuis le site même du flux. Depuis un autre serveur, seulement si vous l’autorisez ici&#x202f;: qui le gère verrait que quelqu’un, à votre adresse, a demandé une image.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose a feed</source>
        <translation>Choisir un flux</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>Flux</translation>
    </message>
    <message>
        <source>Feeds (*.json *.xml *.rss *.atom);;All files (*)</source>
        <translation>Flux (*.json *.xml *.rss *.atom);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>File on this computer</source>
        <translation>Fichier sur cet ordinateur</translation>
    </message>
    <message>
        <source>Host to allow</source>
        <translation>Serveur à autoriser</translation>
    </message>
    <message>
        <source>Last looked at</source>
        <translation>Dernière visite</translation>
    </message>
    <message>
        <source>Look for news</source>
        <translation>Chercher du nouveau</translation>
    </message>
    <message>
        <source>Look for news everywhere</source>
        <translation>Chercher du nouveau partout</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>No longer</source>
        <translation>Ne plus autoriser</translation>
    </message>
    <message>
        <source>No longer allow {host}</source>
        <translation>Ne plus autoriser {host}</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Rien de nouveau.</translation>
    </message>
    <message>
        <source>Only you see this name.</source>
        <translation>Ce nom n’est visible que par vous.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures from…</source>
        <translation>Images depuis…</translation>
    </message>
    <message>
        <source>RSS, Atom or JSON Feed. Your communications team knows the address. You can also drop a file here.</source>
        <translation>RSS, Atom ou JSON Feed. Votre équipe de communication connaît l’adresse. Vous pouvez aussi déposer un fichier ici.</translation>
    </message>
    <message>
        <source>Reading it…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename this source</source>
        <translation>Renommer cette source</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Sample company, comes with the program</source>
        <translation>Entreprise d’exemple, fournie avec le programme</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Les voir</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>There is no source yet. Add one to get suggestions.</source>
        <translation>Il n’y a pas encore de source. Ajoutez-en une pour recevoir des suggestions.</translation>
    </message>
    <message>
        <source>Try it with the sample company</source>
        <translation>Essayer avec l’entreprise d’exemple</translation>
    </message>
    <message>
        <source>Type an address or choose a file first.</source>
        <translation>Saisissez d’abord une adresse ou choisissez un fichier.</translation>
    </message>
    <message>
        <source>Where pictures of {title} may come from</source>
        <translation>D’où peuvent venir les images de {title}</translation>
    </message>
    <message>
        <source>Where suggestions come from. The program fetches a list; its server sees an internet address, as any website does, and nothing more: no name, nothing of what you open or decline.</source>
        <translation>D’où viennent les suggestions. Le programme va chercher une liste&#x202f;; le serveur voit une adresse internet, comme tout site web, et rien de plus&#x202f;: aucun nom, rien de ce que vous ouvrez ou déclinez.</translation>
    </message>
    <message>
        <source>from its own site and {hosts}</source>
        <translation>de son propre site et de {hosts}</translation>
    </message>
    <message>
        <source>from its own site only</source>
        <translation>de son propre site seulement</translation>
    </message>
    <message>
        <source>https://news.example.com/suggestions.json, or a file</source>
        <translation>https://news.example.com/suggestions.json, ou un fichier</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>pas encore</translation>
    </message>
    <message>
        <source>{number} of {total}: {title}</source>
        <translation>{number} sur {total}&#x202f;: {title}</translation>
    </message>
    <message>
        <source>{title} was removed. What you drafted or published stays.</source>
        <translation>{title} est retirée. Ce que vous avez écrit ou publié reste.</translation>
    </message>
    <message numerus="yes">
        <source>{title}: %n suggestion(s).</source>
        <translation>
            <numerusform>{title}&#x202f;: %Ln suggestion.</numerusform>
            <numerusform>{title}&#x202f;: %Ln suggestions.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Nothing new.</source>
        <translation>✓ Rien de nouveau.</translation>
    </message>
</context>
<context>
    <name>Spheres</name>
    <message>
        <source>Personal</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Essai</translation>
    </message>
    <message>
        <source>Professional</source>
        <translation>Professionnel</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>personnel</translation>
    </message>
    <message>
        <source>professional</source>
        <translation>professionnel</translation>
    </message>
    <message>
        <source>{who}, {sphere}</source>
        <translation>{who}, {sphere}</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>%n new · show</source>
        <translation>
            <numerusform>%Ln nouvelle · montrer</numerusform>
            <numerusform>%Ln nouvelles · montrer</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>Choose a suggestion to read it here.</source>
        <translation>Choisissez une suggestion pour la lire ici.</translation>
    </message>
    <message>
        <source>Declined. Nobody is told.</source>
        <translation>Déclinée. Personne n’est informé.</translation>
    </message>
    <message>
        <source>Fetching pictures from {host}…</source>
        <translation>Récupération des images sur {host}…</translation>
    </message>
    <message>
        <source>Kept for later.</source>
        <translation>Gardée pour plus tard.</translation>
    </message>
    <message>
        <source>List of suggestions</source>
        <translation>Liste des suggestions</translation>
    </message>
    <message>
        <source>No browser answered. The address is {address}</source>
        <translation>Aucun navigateur n’a répondu. L’adresse est {address}</translation>
    </message>
    <message>
        <source>No longer put off.</source>
        <translation>N’est plus reportée.</translation>
    </message>
    <message>
        <source>No suggestion has all that you ask for.</source>
        <translation>Aucune suggestion ne réunit tout ce que vous demandez.</translation>
    </message>
    <message>
        <source>Nothing else is expected of you.</source>
        <translation>Rien d’autre n’est attendu de vous.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Opened in your browser: {address}</source>
        <translation>Ouvert dans votre navigateur&#x202f;: {address}</translation>
    </message>
    <message>
        <source>Search: “{words}” · show all</source>
        <translation>Recherche&#x202f;: «&#x202f;{words}&#x202f;» · tout montrer</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Suggestions will appear here</source>
        <translation>Les suggestions paraîtront ici</translation>
    </message>
    <message>
        <source>That&apos;s all.</source>
        <translation>C’est tout.</translation>
    </message>
    <message>
        <source>They come from a feed that your company publishes. It never learns who reads.</source>
        <translation>Elles viennent d’un flux que publie votre entreprise. Elle n’apprend jamais qui le lit.</translation>
    </message>
    <message>
        <source>This link is no web address, so it was not opened.</source>
        <translation>Ce lien n’est pas une adresse web&#x202f;: il n’a pas été ouvert.</translation>
    </message>
    <message>
        <source>This one is decided already.</source>
        <translation>La décision est déjà prise.</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Copy this text</source>
        <translation>Copier ce texte</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Your data could not be opened</source>
        <translation>Vos données n’ont pas pu être ouvertes</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Il n’y a rien à annuler.</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Annulé.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <comment>keys</comment>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>Pour moi</translation>
    </message>
    <message>
        <source>Last checked {time} · Works offline</source>
        <translation>Vérifié à {time} · Marche hors ligne</translation>
    </message>
    <message>
        <source>Looking for new suggestions…</source>
        <translation>Recherche de nouvelles suggestions…</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Tout rechercher</translation>
    </message>
    <message>
        <source>Search everything  ·  {key} for commands</source>
        <translation>Tout rechercher  ·  {key} pour les commandes</translation>
    </message>
    <message numerus="yes">
        <source>Sent to your employer: %n message(s)</source>
        <translation>
            <numerusform>Envoyé à votre employeur&#x202f;: %Ln message</numerusform>
            <numerusform>Envoyé à votre employeur&#x202f;: %Ln messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent to your employer: nothing</source>
        <translation>Envoyé à votre employeur&#x202f;: rien</translation>
    </message>
    <message>
        <source>To your employer: {count}</source>
        <comment>narrow window</comment>
        <translation>À votre employeur&#x202f;: {count}</translation>
    </message>
    <message>
        <source>Works offline</source>
        <translation>Marche hors ligne</translation>
    </message>
    <message>
        <source>nothing</source>
        <comment>sent to the employer</comment>
        <translation>rien</translation>
    </message>
</context>
<context>
    <name>Withdrawn</name>
    <message>
        <source>Don&apos;t publish</source>
        <translation>Ne pas publier</translation>
    </message>
    <message>
        <source>Publish all the same</source>
        <translation>Publier quand même</translation>
    </message>
    <message>
        <source>Publish it although the company has withdrawn it?</source>
        <translation>Publier bien que l’entreprise l’ait retirée&#x202f;?</translation>
    </message>
    <message>
        <source>Something in it may be wrong, or too early. The decision is yours, and nobody is told what it is.</source>
        <translation>Il s’y trouve peut-être une erreur, ou c’est trop tôt. La décision vous appartient, et personne n’en est informé.</translation>
    </message>
</context>
</TS>
