; An installer for one person, without an administrator's rights: makensis /DVERSION=1.0.0 /DMADE=folder trustcheck.nsi
Unicode true
RequestExecutionLevel user
Name "TrustCheck"
OutFile "TrustCheck-${VERSION}-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\TrustCheck"
SetCompressor /SOLID lzma

; Nobody chooses the folder: what lies in it is removed with an older version, and must be ours alone.
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!define CLASSES "Software\Classes"
!define GONE "Software\Microsoft\Windows\CurrentVersion\Uninstall\TrustCheck"

Section
  ; A newer one takes the place of all of an older one; data files lie elsewhere and are not touched.
  IfFileExists "$INSTDIR\trustcheck.exe" 0 +2
  RMDir /r "$INSTDIR"
  SetOutPath "$INSTDIR"
  File /r "${MADE}\*"
  WriteUninstaller "$INSTDIR\remove.exe"
  CreateShortcut "$SMPROGRAMS\TrustCheck.lnk" "$INSTDIR\trustcheck.exe"
  WriteRegStr HKCU "${CLASSES}\.trustcheck" "" "TrustCheck.DataFile"
  WriteRegStr HKCU "${CLASSES}\TrustCheck.DataFile" "" "TrustCheck data file"
  WriteRegStr HKCU "${CLASSES}\TrustCheck.DataFile\shell\open\command" "" '"$INSTDIR\trustcheck.exe" open "%1"'
  WriteRegStr HKCU "${GONE}" "DisplayName" "TrustCheck"
  WriteRegStr HKCU "${GONE}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${GONE}" "UninstallString" '"$INSTDIR\remove.exe"'
SectionEnd

Section "Uninstall"
  Delete "$SMPROGRAMS\TrustCheck.lnk"
  DeleteRegKey HKCU "${CLASSES}\.trustcheck"
  DeleteRegKey HKCU "${CLASSES}\TrustCheck.DataFile"
  DeleteRegKey HKCU "${GONE}"
  RMDir /r "$INSTDIR"
SectionEnd
